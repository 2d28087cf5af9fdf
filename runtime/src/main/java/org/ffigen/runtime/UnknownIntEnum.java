package org.ffigen.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value that a header does not name, of a C enumeration that is at most 32 bits wide. Generated enumerations have a
 * subclass each; two values are equal if they are of one enumeration and the same number. Immutable.
 */
public abstract class UnknownIntEnum implements IntEnum {
    private final int value;

    /**
     * That value.
     *
     * @param value the number C knows it by
     */
    protected UnknownIntEnum(int value) {
        this.value = value;
    }

    /**
     * That value, of an enumeration that is narrower than 32 bits.
     *
     * @param value the number C knows it by
     * @param least the least that it can hold
     * @param most the greatest
     * @throws IllegalArgumentException if it cannot hold the value
     */
    protected UnknownIntEnum(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    value + " is no value of an enumeration that holds " + least + " to " + most);
        }
        this.value = value;
    }

    @Override
    public final int value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((UnknownIntEnum) other).value == value;
    }

    @Override
    public final int hashCode() {
        return Integer.hashCode(value);
    }

    @Override
    public final String toString() {
        return "Unknown[value=" + value + "]";
    }
}
