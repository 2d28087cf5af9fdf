package org.ffigen.bind;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;

/** How generated code reads and writes a bit-field: as its declared type, through the runtime's {@code BitFields}. */
record BitFieldAccess(JavaValue value, boolean enumeration, ScalarKind word, int width) {

    static BitFieldAccess of(Member member, TypeMapper types, Lowering lowering) {
        JavaValue value = types.map(member.type(), "");
        ScalarKind word = ((Shape.Scalar) lowering.storage(member.type())).word();
        boolean enumeration = lowering.resolve(member.type()) instanceof CType.Named
                && !value.resultType().equals(Scalars.of(word).resultType());
        return new BitFieldAccess(value, enumeration, word, member.bits().getAsInt());
    }

    /** Whether there is an accessor. */
    static boolean exists(Member member, Lowering lowering) {
        return member.bits().isPresent() && !member.name().isEmpty() && member.bits().getAsInt() <= Long.SIZE
                && lowering.storage(member.type()) instanceof Shape.Scalar;
    }

    /** @param bit the expression of the place of its first bit */
    String read(String segment, String bit) {
        String call = "BitFields.get" + sign() + "(" + segment + ", " + bit + ", " + width + ")";
        if (word == ScalarKind.BOOL) {
            return call + " != 0";
        }
        String type = Scalars.of(word).resultType().replace("@Unsigned ", "");
        String integer = type.equals("long") ? call : "(" + type + ") " + call;
        return enumeration ? value.resultType() + ".of(" + integer + ")" : integer;
    }

    /** @param bit the expression of the place of its first bit */
    String write(String segment, String bit, String java) {
        String integer = word == ScalarKind.BOOL ? java + " ? 1 : 0" : enumeration ? java + ".value()" : java;
        return "BitFields.set" + sign() + "(" + segment + ", " + bit + ", " + width + ", " + integer + ")";
    }

    private String sign() {
        return word.isSigned() ? "Signed" : "Unsigned";
    }
}
