package org.ffigen.shim;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;

/**
 * The type of a shim: what the foreign linker refuses by value goes through pointers, which are never null. A result
 * becomes the first parameter, the place that is written to.
 */
final class ByPointer {

    private ByPointer() {
    }

    static FunctionType of(FunctionType type, Lowering lowering) {
        List<Parameter> parameters = new ArrayList<>();
        boolean result = isResultMoved(type, lowering);
        if (result) {
            CType place = lowering.isConst(type.result())
                    ? lowering.resolve(type.result())
                    : type.result().unqualified();
            parameters.add(new Parameter("result", pointer(place)));
        }
        for (Parameter parameter : type.parameters()) {
            parameters.add(isMoved(parameter.type(), lowering)
                    ? new Parameter(parameter.name(), pointer(new CType.Const(parameter.type().unqualified())))
                    : parameter);
        }
        return new FunctionType(result ? CType.VOID : type.result(), parameters, false, type.prototyped());
    }

    private static CType pointer(CType pointee) {
        return new CType.Pointer(pointee, CType.Nullability.NONNULL);
    }

    static boolean isResultMoved(FunctionType type, Lowering lowering) {
        return lowering.refusalOfResult(type.result()).isPresent();
    }

    static boolean isMoved(CType type, Lowering lowering) {
        return lowering.refusalByValue(type).isPresent();
    }
}
