package org.ffigen.bind;

import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;

/** How constants are declared in C. */
final class ConstantTexts {

    private ConstantTexts() {
    }

    /** The macro or variable as C has it. */
    static String declaration(MacroConstant constant) {
        if (constant.id().kind() == DeclId.Kind.MACRO) {
            return "#define " + constant.name() + " " + constant.text();
        }
        String initializer = constant.text().isEmpty() ? "" : " = " + constant.text();
        return switch (constant.value()) {
            case ConstantValue.IntegerValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.FloatingValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.WideFloatingValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.StringValue(_, var unit) -> "static const " + unit.spelling() + " *const ";
            case ConstantValue.AddressValue _ -> "static void *const ";
        } + constant.name() + initializer;
    }
}
