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
        return definition(shim, List.of(), List.of("return &" + variable.name() + ";"));
    }

    private List<String> function(FunctionDecl function, Shim shim) {
        FunctionType type = function.type();
        boolean moved = ByPointer.isResultMoved(type, lowering);
        List<String> names = IntStream.rangeClosed(1, shim.type().parameters().size())
                .mapToObj(number -> parameter(function, number))
                .toList();
        List<String> lines = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            int number = moved ? i + 1 : i;
            CType parameter = type.parameters().get(i).type();
            if (ByPointer.isMoved(parameter, lowering)) {
                arguments.add("*(" + unaligned(function, shim, number, lines) + " *) " + names.get(number));
            } else {
                arguments.add(cast(function, parameter) + names.get(number));
            }
        }
        String call = function.linkage() == Linkage.EXPRESSION
                ? function.name()
                : callee(function) + "(" + String.join(", ", arguments) + ")";
        if (moved && lowering.resolve(type.result()) instanceof CType.Named) {
            lines.addAll(copied(type.result(), call, parameter(function, 0), names.getFirst()));
        } else if (moved) {
            lines.add("*(%s *) %s = %s;".formatted(unaligned(function, shim, 0, lines), names.getFirst(), call));
        } else {
            boolean isVoid = lowering.resolve(type.result()).equals(CType.VOID);
            lines.add(isVoid ? call + ";" : "return " + cast(function, type.result()) + call + ";");
        }
        return definition(shim, names, lines);
    }

    /**
     * The name of the type that a shim's parameter points to, for memory of any alignment: Java's may be aligned to the
     * members of a vector, or to nothing.
     *
     * @param lines where the type is declared
     */
    private String unaligned(FunctionDecl function, Shim shim, int index, List<String> lines) {
        String name = parameter(function, index + 1) + "_t";
        CType pointee = ((CType.Pointer) shim.type().parameters().get(index).type()).pointee();
        lines.add("typedef " + spelling.declare(pointee, name) + " __attribute__((aligned(1)));");
        return name;
    }

    /**
     * A record may have const members, or only a typedef's name that makes all of it const: then C assigns nothing to a
     * place for it, and initializes all the same.
     */
    private List<String> copied(CType result, String call, String variable, String place) {
        return List.of(spelling.declare(result, variable) + " = " + call + ";",
                "__builtin_memcpy((void *) " + place + ", (void *) &" + variable + ", sizeof " + variable + ");");
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

    private List<String> definition(Shim shim, List<String> names, List<String> statements) {
        List<Parameter> named = new ArrayList<>();
        for (Parameter parameter : shim.type().parameters()) {
            CType type = isOfOpenArrays(parameter.type()) || !parameter.type().isSpelled()
                    ? new CType.Pointer(CType.VOID)
                    : parameter.type();
            named.add(new Parameter(names.get(named.size()), type));
        }
        FunctionType type = new FunctionType(shim.type().result(), named, false, true);
        String prototype = spelling.declare(new CType.Function(type), shim.symbol());
        List<String> lines = new ArrayList<>(List.of("", "FFIGEN_SHIM " + prototype + ";", prototype, "{"));
        statements.forEach(statement -> lines.add("    " + statement));
        lines.add("}");
        return lines;
    }
}
