package org.ffigen.bind;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;

/**
 * How generated code reads and writes a bit-field: as its declared type, through the runtime's {@code BitFields}.
 *
 * @param enumeration whether the value is one of an enumeration
 * @param signed whether the integer has a sign
 * @param type the integer in Java
 */
record BitFieldAccess(JavaValue value, boolean enumeration, boolean signed, String type, int width) {

    private static final String BIG = "BigInteger";

    static BitFieldAccess of(Member member, TypeMapper types, Lowering lowering) {
        JavaValue value = types.map(member.type(), "");
        int width = member.bits().getAsInt();
        if (lowering.storage(member.type()) instanceof Shape.Scalar(var word)) {
            String type = Scalars.of(word).resultType();
            boolean enumeration = lowering.resolve(member.type()) instanceof CType.Named
                    && !value.resultType().equals(type);
            return new BitFieldAccess(value, enumeration, word.isSigned(), type.replace("@Unsigned ", ""), width);
        }
        boolean signed = switch (lowering.resolve(member.type())) {
            case CType.BitInt integer -> integer.signed();
            case CType other -> other.equals(new CType.Builtin(BuiltinKind.INT128));
        };
        return new BitFieldAccess(value, false, signed, value.resultType().replace("@Unsigned ", ""), width);
    }

    /** Whether there is an accessor. */
    static boolean exists(Member member, Lowering lowering) {
        return member.bits().isPresent() && !member.name().isEmpty()
                && lowering.refusalOfBits(member.type()).isEmpty();
    }

    /** @param bit the expression of the place of its first bit */
    String read(String segment, String bit) {
        String call = "BitFields.get" + kind() + "(" + segment + ", " + bit + ", " + width + ")";
        boolean truth = type.equals("boolean");
        if (truth && !enumeration) {
            return call + " != 0";
        }
        String integer = type.equals("long") || type.equals(BIG) ? call : "(" + (truth ? "int" : type) + ") " + call;
        return enumeration ? value.resultType() + ".of(" + integer + ")" : integer;
    }

    /** @param bit the expression of the place of its first bit */
    String write(String segment, String bit, String java) {
        String value = enumeration ? java + ".value()" : java;
        String integer = type.equals("boolean") ? value + (enumeration ? " != 0" : "") + " ? 1 : 0" : value;
        return "BitFields.set" + kind() + "(" + segment + ", " + bit + ", " + width + ", " + integer + ")";
    }

    private String kind() {
        return (type.equals(BIG) ? "Big" : "") + (signed ? "Signed" : "Unsigned");
    }
}
