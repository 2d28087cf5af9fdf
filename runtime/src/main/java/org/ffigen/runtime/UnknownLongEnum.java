package org.ffigen.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value that a header does not name, of a C enumeration that is 64 bits wide. Generated enumerations have a
 * subclass each; two values are equal if they are of one enumeration and the same number. Immutable.
 */
public abstract class UnknownLongEnum implements LongEnum {
    private final long value;

    /**
     * That value.
     *
     * @param value the number C knows it by
     */
    protected UnknownLongEnum(long value) {
        this.value = value;
    }

    @Override
    public final long value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((UnknownLongEnum) other).value == value;
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public final String toString() {
        return "Unknown[value=" + value + "]";
    }
}
