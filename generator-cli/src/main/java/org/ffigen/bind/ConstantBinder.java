package org.ffigen.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.lower.JavaText;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Refusals;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;

/** Macros and the enumerators of unnamed enums become compile-time constants under C's own names. */
final class ConstantBinder {

    private final NativeApi api;
    private final Lowering lowering;
    private final TypeNames names;
    private final DeclaredNames declared;

    ConstantBinder(NativeApi api, Lowering lowering, DeclaredNames declared) {
        this.api = api;
        this.lowering = lowering;
        this.names = declared.types();
        this.declared = declared;
    }

    List<Constant> bind() {
        TreeMap<String, Constant> constants = new TreeMap<>();
        Map<String, BigInteger> enumerators = new HashMap<>();
        for (EnumDecl enumeration : api.all(EnumDecl.class)) {
            if (names.find(enumeration.id()).isEmpty()) {
                enumeration.constants().forEach(c -> {
                    constants.put(c.name(), enumerator(c, enumeration));
                    enumerators.put(c.name(), c.value());
                });
            }
        }
        api.all(MacroConstant.class)
                .stream()
                .filter(macro -> Refusals.refusal(macro, lowering).isEmpty() && !isSame(macro, enumerators))
                .sorted(Comparator.comparing(macro -> macro.id().kind() == DeclId.Kind.MACRO))
                .forEach(macro -> constants.put(macro.name(), macro(macro)));
        return new ArrayList<>(constants.values());
    }

    /** Whether a macro only says that there is an enumerator of its name. Any other is what the name means in C. */
    private static boolean isSame(MacroConstant macro, Map<String, BigInteger> enumerators) {
        return macro.value() instanceof ConstantValue.IntegerValue(var value, _)
                && value.equals(enumerators.get(macro.name()));
    }

    private Constant enumerator(EnumConstant constant, EnumDecl enumeration) {
        List<String> doc = Javadoc.of("enum { " + constant.name() + " = " + constant.value() + " }",
                constant.comment());
        return integer(Javadoc.deprecated(doc, constant.deprecated()), constant.name(), constant.value(),
                enumeration.type());
    }

    private Constant macro(MacroConstant macro) {
        List<String> doc = Javadoc.of(ConstantTexts.declaration(macro), macro.comment());
        return switch (macro.value()) {
            case ConstantValue.IntegerValue(var value, var type) -> integer(doc, macro.name(), value, type);
            case ConstantValue.FloatingValue(var value, var type) ->
                type == BuiltinKind.FLOAT || type == BuiltinKind.FLOAT16
                        ? constant(doc, "float", macro.name(), Literals.ofFloat(value))
                        : constant(doc, "double", macro.name(), Literals.ofDouble(value));
            case ConstantValue.WideFloatingValue(var value, var type) -> wide(doc, macro.name(), value, type);
            case ConstantValue.AddressValue(var address) -> constant(doc, "MemorySegment", macro.name(),
                    "MemorySegment.ofAddress(" + address + "L)");
            case ConstantValue.StringValue text -> constant(doc, "String", macro.name(),
                    Literals.ofString(JavaText.of(text, lowering)));
        };
    }

    /** A double if the number is one's neighbour; what is beyond all doubles keeps its digits. */
    private Constant wide(List<String> doc, String name, BigDecimal value, BuiltinKind type) {
        double rounded = value.doubleValue();
        if (Double.isInfinite(rounded) || rounded == 0) {
            return constant(doc, "java.math.BigDecimal", name, "new java.math.BigDecimal(\"" + value + "\")");
        }
        List<String> note = new BigDecimal(rounded).compareTo(value) == 0
                ? doc
                : Javadoc.withNote(doc, "Rounded to double; the " + type.spelling() + " is " + value + ".");
        return constant(note, "double", name, Literals.ofDouble(rounded));
    }

    private Constant integer(List<String> doc, String name, BigInteger value, BuiltinKind type) {
        return IntegerConstant.of(doc, declared.constant(name), value, type, lowering);
    }

    private Constant constant(List<String> doc, String type, String name, String literal) {
        return new Constant(doc, type, declared.constant(name), literal);
    }
}
