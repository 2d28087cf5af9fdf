package org.ffigen.model;

/**
 * A machine to bind for.
 *
 * @param id {@code <os>-<arch>}, such as {@code linux-x86_64}
 * @param triple what clang calls it
 */
public record Target(String id, String triple, int pointerBits, int longBits, int wcharBits, boolean charSigned,
        boolean littleEndian) {}
