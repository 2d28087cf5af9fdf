package org.ffigen.bind;

import java.util.OptionalLong;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;

/** What C demands to be aligned to more than the memory that Java's pointer to it allocates. */
final class OverAligned {
    private OverAligned() {
    }

    /**
     * The alignment of what a pointer leads to, in bytes; empty if all such memory has it.
     *
     * @param type of the pointer, or of an array as a parameter declares it
     */
    static OptionalLong behind(CType type, Lowering lowering) {
        return switch (lowering.resolve(type)) {
            case CType.Pointer pointer -> of(pointer.pointee(), lowering);
            case CType.Array _ -> of(type, lowering);
            default -> OptionalLong.empty();
        };
    }

    /** The expression of an address that C demands to be aligned so. */
    static String checked(OptionalLong demanded, String address, String name) {
        return demanded.isPresent()
                ? "Pointer.aligned(%s, %d, \"%s\")".formatted(address, demanded.getAsLong(), name)
                : address;
    }

    private static OptionalLong of(CType type, Lowering lowering) {
        long demanded = lowering.alignment(type);
        return demanded > allocated(type, lowering) ? OptionalLong.of(demanded) : OptionalLong.empty();
    }

    /** Java's pointers to vectors and arrays are those to their elements. */
    private static long allocated(CType pointee, Lowering lowering) {
        return switch (lowering.resolve(pointee)) {
            case CType.Array(var element, _) -> allocated(element, lowering);
            case CType.Vector vector -> allocated(vector.element(), lowering);
            case CType other -> lowering.storage(other).align();
        };
    }

    /** The expression of the allocator over {@code scratch} for what a pointer of that type leads to. */
    static String scratch(CType pointer, Lowering lowering) {
        OptionalLong demanded = behind(pointer, lowering);
        return demanded.isPresent() ? "scratch.aligned(" + demanded.getAsLong() + ")" : "scratch";
    }
}
