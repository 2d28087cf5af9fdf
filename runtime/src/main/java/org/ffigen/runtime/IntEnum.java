package org.ffigen.runtime;

/**
 * A value of a C enumeration that is at most 32 bits wide. Generated enumerations are of this type, so that a variadic call
 * knows how to pass them. Immutable.
 */
public interface IntEnum {
    /**
     * The number C knows it by.
     *
     * @return the number; of an unsigned enumeration, its bits
     */
    int value();
}
