package org.ffigen.bind;

import java.math.BigInteger;
import java.util.List;

import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.lower.Lowering;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;

/** An integer of C's as a constant of the Java type that is as wide. */
final class IntegerConstant {

    private IntegerConstant() {
    }

    static Constant of(List<String> doc, String name, BigInteger value, BuiltinKind type, Lowering lowering) {
        if (type == BuiltinKind.INT128 || type == BuiltinKind.UNSIGNED_INT128) {
            return new Constant(doc, "java.math.BigInteger", name, "new java.math.BigInteger(\"" + value + "\")");
        }
        boolean wide = lowering.storage(new CType.Builtin(type)).size() == 8;
        boolean unsigned = value.bitLength() >= (wide ? 64 : 32);
        return new Constant(doc, (unsigned ? "@Unsigned " : "") + (wide ? "long" : "int"), name,
                wide ? Literals.ofLong(value) : Literals.ofInt(value));
    }
}
