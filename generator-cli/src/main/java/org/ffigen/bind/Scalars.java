package org.ffigen.bind;

import org.ffigen.bind.JavaValue.Kind;
import org.ffigen.lower.ScalarKind;

/** The scalar types. 8 and 16 unsigned bits are an {@code int} that holds the value. */
final class Scalars {

    static final JavaValue VOID = plain(Kind.VOID, "void", "", "V", "");
    private static final Carrier BYTE = carrier("byte", "JAVA_BYTE", "B");
    private static final Carrier SHORT = carrier("short", "JAVA_SHORT", "S");
    private static final Carrier CHAR = carrier("char", "JAVA_CHAR", "C");
    private static final Carrier INT = carrier("int", "JAVA_INT", "I");
    private static final Carrier LONG = carrier("long", "JAVA_LONG", "J");
    static final Carrier ADDRESS = new Carrier("MemorySegment", "ADDRESS", "A", "$", "$", "MemorySegment.NULL");

    private Scalars() {
    }

    /** How Java sees a scalar. */
    static JavaValue of(ScalarKind kind) {
        return switch (kind) {
            case VOID -> VOID;
            case BOOL -> new JavaValue(Kind.SCALAR, "boolean",
                    new Carrier("boolean", "JAVA_BOOLEAN", "Z", "$", "$", "false"));
            case I8 -> new JavaValue(Kind.SCALAR, "byte", BYTE);
            case U8 -> new JavaValue(Kind.SCALAR, "@Unsigned int", "@Unsigned int",
                    BYTE.converting("(byte) $", "Byte.toUnsignedInt($)"), INT.converting("$ & 0xff", "$ & 0xff"));
            case I16 -> new JavaValue(Kind.SCALAR, "short", SHORT);
            case U16 -> new JavaValue(Kind.SCALAR, "@Unsigned int", "@Unsigned int",
                    SHORT.converting("(short) $", "Short.toUnsignedInt($)"), CHAR.converting("(char) $", "$"));
            case I32 -> new JavaValue(Kind.SCALAR, "int", INT);
            case U32 -> new JavaValue(Kind.SCALAR, "@Unsigned int", INT);
            case I64, ISIZE -> new JavaValue(Kind.SCALAR, "long", LONG);
            case U64, USIZE -> new JavaValue(Kind.SCALAR, "@Unsigned long", LONG);
            case F32 -> plain(Kind.SCALAR, "float", "JAVA_FLOAT", "F", "0");
            case F64 -> plain(Kind.SCALAR, "double", "JAVA_DOUBLE", "D", "0");
            case POINTER -> new JavaValue(Kind.POINTER, "MemorySegment", ADDRESS);
        };
    }

    /** The runtime's pointer to a scalar, and the method of {@code Pointers} that makes it from an address. */
    static PointerClass pointerTo(ScalarKind kind) {
        return switch (kind) {
            case BOOL -> new PointerClass("BoolPtr", "bools");
            case I8, U8 -> new PointerClass("BytePtr", "bytes");
            case I16, U16 -> new PointerClass("ShortPtr", "shorts");
            case I32, U32 -> new PointerClass("IntPtr", "ints");
            case I64, U64, ISIZE, USIZE -> new PointerClass("LongPtr", "longs");
            case F32 -> new PointerClass("FloatPtr", "floats");
            case F64 -> new PointerClass("DoublePtr", "doubles");
            case VOID, POINTER -> throw new IllegalArgumentException(kind.toString());
        };
    }

    /** A class of the runtime and the method that makes one from an address of C's. */
    record PointerClass(String name, String factory) {}

    private static Carrier carrier(String type, String layout, String code) {
        return new Carrier(type, layout, code, "$", "$", type.equals("byte") || type.equals("short")
                || type.equals("char") ? "(" + type + ") 0" : type.equals("long") ? "0L" : "0");
    }

    private static JavaValue plain(Kind kind, String type, String layout, String code, String zero) {
        return new JavaValue(kind, type, new Carrier(type, layout, code, "$", "$",
                zero.isEmpty() ? "" : type.equals("float") ? "0f" : "0d"));
    }
}
