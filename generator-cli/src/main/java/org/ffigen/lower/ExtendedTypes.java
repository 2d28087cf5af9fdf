package org.ffigen.lower;

import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;

/** What the types are that C has beyond numbers of up to 64 bits. */
final class ExtendedTypes {

    /** The largest value that processors load and store in one piece. */
    private static final long MAX_ATOMIC_BYTES = 16;

    private ExtendedTypes() {
    }

    static Shape complex(Shape part) {
        return part instanceof Shape.Scalar(var word)
                ? new Shape.ComplexShape(word)
                : new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, 2 * part.size(), part.align());
    }

    /** A value of up to 16 bytes is as large, and as aligned, as the power of two that holds it. */
    static Shape atomic(Shape value) {
        if (value instanceof Shape.Scalar || value.size() == 0) {
            return value;
        }
        long size = value.size() > MAX_ATOMIC_BYTES
                ? value.size()
                : Math.max(Long.highestOneBit(value.size()), Long.highestOneBit(2 * value.size() - 1));
        return new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, size, size > MAX_ATOMIC_BYTES ? value.align() : size);
    }

    /** As the next larger integer; beyond 64 bits as an array of them, on ARM of 128 bits. */
    static Shape bitInt(int bits, Target target) {
        if (bits <= Long.SIZE) {
            long bytes = Math.max(1, Integer.highestOneBit(2 * bits - 1) / Byte.SIZE);
            return new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, bytes, bytes);
        }
        long unit = target.id().endsWith("-aarch64") ? 16 : 8;
        long size = (bits + unit * Byte.SIZE - 1) / (unit * Byte.SIZE) * unit;
        return new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, size, unit);
    }

    /** Whether it is an integer, which a bit-field can be a part of. */
    static boolean isInteger(CType type) {
        return switch (type) {
            case CType.Builtin(var kind) -> kind == BuiltinKind.INT128 || kind == BuiltinKind.UNSIGNED_INT128;
            case CType.BitInt _ -> true;
            default -> false;
        };
    }

    /** Whether Java reads such a value in its place, though it cannot be passed. */
    static boolean isReadable(CType type, Lowering lowering) {
        return switch (type) {
            case CType.Builtin(var kind) -> kind != BuiltinKind.VA_LIST;
            case CType.Complex(var part) -> isReadable(lowering.resolve(part), lowering);
            case CType.Vector vector -> lowering.storage(vector.element()) instanceof Shape.Scalar;
            case CType.BitInt _ -> true;
            default -> false;
        };
    }
}
