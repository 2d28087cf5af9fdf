package org.ffigen.bind;

import java.util.Optional;

import org.ffigen.config.Given;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Refusals;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * What frees texts and arrays that C gives: a function of the library, one that a variable of the library points to (libxml2's
 * {@code xmlFree}), or C's own {@code free}, whether the header declares it or not.
 */
final class FreeFunctions {

    private static final String SUCH = "a function that frees takes one pointer: void sqlite3_free(void *)";

    private final NativeApi api;
    private final Rulebook rulebook;
    private final TypeMapper types;
    private final Lowering lowering;

    FreeFunctions(NativeApi api, Rulebook rulebook, TypeMapper types, Lowering lowering) {
        this.api = api;
        this.rulebook = rulebook;
        this.types = types;
        this.lowering = lowering;
    }

    /** The expression of a function over an address; empty, and a diagnostic, if there is none of that name that fits. */
    Optional<String> of(Given name) {
        Optional<FunctionDecl> function = api.all(FunctionDecl.class)
                .stream()
                .filter(f -> f.name().equals(rulebook.target(name.text())) && rulebook.knows(f.name()))
                .findFirst();
        if (function.isPresent() && !rulebook.isFreedByInstances(name, function.get())) {
            return Optional.empty();
        }
        if (function.isPresent()) {
            return freeing(name, function.get().type(), argument -> call(function.get(), argument));
        }
        Optional<VariableDecl> variable = api.all(VariableDecl.class)
                .stream()
                .filter(v -> v.name().equals(name.text()) && Refusals.refusal(v, lowering).isEmpty())
                .findFirst();
        Optional<CType.Function> pointedTo = variable.flatMap(v -> TypeNames.functionOf(v.type(), lowering));
        if (pointedTo.isPresent()) {
            return freeing(name, pointedTo.get().signature(), argument -> call(variable.get(), argument));
        }
        if (variable.isPresent()) {
            rulebook.refuse(name, "the variable %s points to no function".formatted(name.text()), SUCH);
            return Optional.empty();
        }
        if (name.text().equals("free")) {
            return Optional.of(types.library() + ".LIBRARY::free");
        }
        rulebook.unknownFunction(name);
        return Optional.empty();
    }

    private interface Call {
        String with(Argument argument);
    }

    /** @param text whether methods take it as a {@code String}, and their raw twins as it is */
    private record Argument(String value, boolean text) {}

    private Optional<String> freeing(Given name, FunctionType type, Call call) {
        if (type.parameters().size() != 1 || type.variadic()) {
            rulebook.refuse(name, "%s has other parameters than the address of a text".formatted(name.text()), SUCH);
            return Optional.empty();
        }
        CType parameter = type.parameters().getFirst().type();
        boolean text = types.isText(parameter);
        Optional<String> value = switch (types.map(parameter, "").parameterType().replace(TypeMapper.NULLABLE, "")) {
            case "MemorySegment" -> Optional.of("it_");
            case "ShortPtr" -> Optional.of("ShortPtr.of(it_)");
            case "IntPtr" -> Optional.of("IntPtr.of(it_)");
            case "BytePtr" -> Optional.of(text ? "it_" : "BytePtr.of(it_)");
            default -> Optional.empty();
        };
        if (value.isEmpty()) {
            rulebook.refuse(name, "%s frees something else".formatted(name.text()), SUCH);
        }
        return value.map(argument -> "it_ -> " + call.with(new Argument(argument, text)));
    }

    private String call(FunctionDecl function, Argument argument) {
        return method(function) + (argument.text() ? "Raw(" : "(") + argument.value() + ")";
    }

    /** Callbacks take a text as the pointer that it is. */
    private String call(VariableDecl variable, Argument argument) {
        String pointer = types.map(variable.type(), types.strategy().strippedType(variable.name())).resultType();
        String callback = pointer.substring(pointer.indexOf('<') + 1, pointer.lastIndexOf('>'));
        return callback + ".call(" + method(variable) + "(), "
                + (argument.text() ? "BytePtr.of(it_)" : argument.value()) + ")";
    }

    private String method(Declaration declaration) {
        return "@" + types.declared().methodsOf(declaration).getFirst().java();
    }
}
