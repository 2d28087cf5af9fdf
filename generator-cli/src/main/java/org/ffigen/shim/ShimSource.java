package org.ffigen.shim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Shim;
import org.ffigen.spell.CSpelling;

/** Writes the C file of an API's shims. */
public final class ShimSource {

    private final NativeApi api;
    private final Lowering lowering;
    private final CSpelling spelling;

    private ShimSource(NativeApi api) {
        this.api = api;
        this.lowering = new Lowering(api, api.targets().values().iterator().next());
        this.spelling = CSpelling.withKeywords(api);
    }

    /**
     * The text of the file.
     *
     * @param library the name the loader will know its library by
     * @param file the file's name, for the command that compiles it
     */
    public static String of(NativeApi api, String library, String file) {
        ShimSource source = new ShimSource(api);
        StringBuilder text = new StringBuilder(ShimPreamble.of(api, library, file));
        api.declarations()
                .values()
                .forEach(declaration -> source.definition(declaration)
                        .forEach(line -> text
                                .append(line)
                                .append('\n')));
        return text.toString();
    }

    private List<String> definition(Declaration declaration) {
        return switch (declaration) {
            case FunctionDecl function when function.shim().isPresent() -> function(function, function.shim().get());
            case VariableDecl variable when variable.shim().isPresent() -> variable(variable, variable.shim().get());
            default -> List.of();
        };
    }

    private List<String> variable(VariableDecl variable, Shim shim) {
        return definition(shim, List.of(), "return &" + variable.name() + ";");
    }

    private List<String> function(FunctionDecl function, Shim shim) {
        FunctionType type = function.type();
        boolean moved = ByPointer.isResultMoved(type, lowering);
        List<String> names = IntStream.rangeClosed(1, shim.type().parameters().size())
                .mapToObj(number -> parameter(function, number))
                .toList();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            arguments.add(argument(function, type.parameters().get(i).type(), names.get(moved ? i + 1 : i)));
        }
        String call = function.linkage() == Linkage.EXPRESSION
                ? function.name()
                : callee(function) + "(" + String.join(", ", arguments) + ")";
        if (moved) {
            boolean record = lowering.resolve(type.result()) instanceof CType.Named;
            return definition(shim, names, record
                    ? copied(type.result(), call, parameter(function, 0), names.getFirst())
                    : "*" + names.getFirst() + " = " + call + ";");
        }
        boolean isVoid = lowering.resolve(type.result()).equals(CType.VOID);
        return definition(shim, names, isVoid ? call + ";" : "return " + cast(function, type.result()) + call + ";");
    }

    /**
     * A record may have const members, or only a typedef's name that makes all of it const: then C assigns nothing to a
     * place for it, and initializes all the same.
     */
    private String copied(CType result, String call, String variable, String place) {
        return spelling.declare(result, variable) + " = " + call + ";\n    __builtin_memcpy((void *) " + place
                + ", (void *) &" + variable + ", sizeof " + variable + ");";
    }

    /** No parameter of ours is the name of a macro, nor that of the function. */
    private static String parameter(FunctionDecl function, int number) {
        String prefix = "ffigen_";
        while (function.name().startsWith(prefix)) {
            prefix += "p_";
        }
        return prefix + number;
    }

    /** A typed instance of a variadic function calls that. In brackets, no macro of the name takes its place. */
    private static String callee(FunctionDecl function) {
        String name = function.firstVariadic().isPresent() ? function.symbol() : function.name();
        return function.linkage().isMacro() ? name : "(" + name + ")";
    }

    private String argument(FunctionDecl function, CType type, String name) {
        return ByPointer.isMoved(type, lowering) ? "*" + name : cast(function, type) + name;
    }

    /**
     * Pointers go through {@code void *}: a shim's type is not in all as the function's, and C would complain of what
     * the two differ in. A macro sees what it is given.
     */
    private String cast(FunctionDecl function, CType type) {
        return !function.linkage().isMacro() && isObjectPointer(type) ? "(void *) " : "";
    }

    /** Of arrays whose length another parameter tells, which only the function's own prototype can say. */
    private boolean isOfOpenArrays(CType type) {
        CType element = switch (lowering.resolve(type)) {
            case CType.Array array -> array.element();
            case CType.Pointer pointer -> pointer.pointee().unqualified();
            case CType other -> CType.VOID;
        };
        while (lowering.resolve(element) instanceof CType.Array array) {
            if (array.length().isEmpty()) {
                return true;
            }
            element = array.element();
        }
        return false;
    }

    private boolean isObjectPointer(CType type) {
        CType resolved = lowering.resolve(type);
        return resolved instanceof CType.Array || resolved instanceof CType.Pointer pointer
                && !(lowering.resolve(pointer.pointee()) instanceof CType.Function);
    }

    private List<String> definition(Shim shim, List<String> names, String statement) {
        List<Parameter> named = new ArrayList<>();
        for (Parameter parameter : shim.type().parameters()) {
            CType type = isOfOpenArrays(parameter.type()) || !parameter.type().isSpelled()
                    ? new CType.Pointer(CType.VOID)
                    : parameter.type();
            named.add(new Parameter(names.get(named.size()), type));
        }
        FunctionType type = new FunctionType(shim.type().result(), named, false, true);
        String prototype = spelling.declare(new CType.Function(type), shim.symbol());
        return List.of("", "FFIGEN_SHIM " + prototype + ";", prototype, "{", "    " + statement, "}");
    }
}
