package org.ffigen.bind;

import java.util.Locale;
import java.util.Optional;
import org.ffigen.bind.JavaValue.Kind;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;

/** C's types beyond numbers of up to 64 bits, as Java sees them: through the runtime's codecs, in their place. */
final class Extended {

    private Extended() {
    }

    /** How a value of that type is read and written; empty if it is no such type, or has no codec. */
    static Optional<JavaValue> of(CType resolved, Lowering lowering) {
        if (!(lowering.storage(resolved) instanceof Shape.Refused refused)) {
            return Optional.empty();
        }
        boolean arm = lowering.target().id().endsWith("-aarch64");
        return Optional.ofNullable(switch (resolved) {
            case CType.Builtin(var kind) -> builtin(kind, arm);
            case CType.BitInt(var bits, var signed) -> bitInt(bits, signed, refused.size());
            case CType.Complex(var part) -> complex(lowering.resolve(part), arm);
            default -> null;
        });
    }

    private static JavaValue builtin(BuiltinKind kind, boolean arm) {
        return switch (kind) {
            case LONG_DOUBLE -> value("double", arm ? "Codecs.FLOAT128" : "Codecs.FLOAT80");
            case FLOAT128 -> value("double", "Codecs.FLOAT128");
            case FLOAT16 -> value("float", "Codecs.FLOAT16");
            case INT128 -> value("BigInteger", "Codecs.INT128");
            case UNSIGNED_INT128 -> value("BigInteger", "Codecs.UINT128");
            default -> null;
        };
    }

    private static JavaValue bitInt(int bits, boolean signed, long bytes) {
        String arguments = "(" + bytes + ", " + bits + ", " + signed + ")";
        return bits > Long.SIZE
                ? value("BigInteger", "Codecs.wideBitInt" + arguments)
                : value(signed ? "long" : "@Unsigned long", "Codecs.bitInt" + arguments);
    }

    private static JavaValue complex(CType part, boolean arm) {
        return part instanceof CType.Builtin(var kind) && builtin(kind, arm) != null
                ? value("ComplexDouble", builtin(kind, arm).access().layout().replace("Codecs.", "Codecs.COMPLEX_"))
                : null;
    }

    private static JavaValue value(String type, String codec) {
        return new JavaValue(Kind.SCALAR, type, new Carrier(type, codec, "", "$", "$", "null", true));
    }

    /** The same value, read and written as C's {@code _Atomic} is. */
    static JavaValue atomic(JavaValue value) {
        String codec = "Atomics." + value.access().layout().replace("JAVA_", "");
        return new JavaValue(value.kind(), value.parameterType(), value.resultType(), value.access().through(codec),
                value.call());
    }

    /** A {@code float _Complex} or {@code double _Complex}, which travels as the struct of its parts. */
    static JavaValue complex(Shape.ComplexShape shape) {
        String name = complexName(shape);
        return new JavaValue(Kind.RECORD, name, new Carrier("MemorySegment", name + ".LAYOUT", name, "$.toSegment()",
                name + ".read($, 0)", "StructValue.newContent(" + shape.size() + ")"));
    }

    /** The runtime's class for it. */
    static String complexName(Shape.ComplexShape shape) {
        return shape.part() == ScalarKind.F32 ? "ComplexFloat" : "ComplexDouble";
    }

    /** The runtime's pointer to values that a codec reads: {@code ValuePtr<Double>}. */
    static String pointerType(Carrier carrier) {
        return "ValuePtr<" + switch (carrier.type()) {
            case "@Unsigned long" -> "Long";
            case "int" -> "Integer";
            case "MemorySegment", "BigInteger", "ComplexDouble" -> carrier.type();
            default -> carrier.type().substring(0, 1).toUpperCase(Locale.ROOT) + carrier.type().substring(1);
        } + ">";
    }
}
