package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ffigen.config.FunctionRules;
import org.ffigen.java.AsyncMethod;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.Parameter;

/** Methods that run a function's own methods on another thread, so that every rule for them holds there too. */
final class AsyncBinder {

    private static final Map<String, String> BOXES = Map.ofEntries(Map.entry("int", "Integer"),
            Map.entry("long", "Long"), Map.entry("short", "Short"), Map.entry("byte", "Byte"),
            Map.entry("char", "Character"), Map.entry("float", "Float"), Map.entry("double", "Double"),
            Map.entry("boolean", "Boolean"), Map.entry("@Unsigned int", "Integer"),
            Map.entry("@Unsigned long", "Long"), Map.entry("void", "@Nullable Void"));

    private final Rulebook rulebook;

    AsyncBinder(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The methods, if the rules want them.
     *
     * @param bound the function's methods on the thread of the caller
     * @param name what they are called
     * @param closes whether the function closes a handle
     */
    List<AsyncMethod> bind(FunctionRules rules, Function bound, String name, Callee callee, FunctionDoc doc,
            boolean closes) {
        if (rules.nonblocking().isEmpty()) {
            return List.of();
        }
        if (rules.critical().isPresent()) {
            rulebook.refuse(rules.nonblocking().get(), "not with critical", "take one of the two rules out");
            return List.of();
        }
        NativeMethod call = bound.call();
        return bound.values().isEmpty()
                ? List.of(method(call.deprecated(), call.returnType(), call.name(), call.parameters(), name, callee, doc, closes))
                : bound.values().stream()
                        .map(method -> method(method.deprecated(), method.returnType(), method.name(),
                                method.parameters(), name, callee, doc, closes))
                        .toList();
    }

    private static AsyncMethod method(boolean deprecated, String result, String method, List<Parameter> parameters,
            String name, Callee callee, FunctionDoc doc, boolean closes) {
        // A handle that is closed already is no bad argument for what closes it.
        List<Parameter> references = closes
                ? List.of()
                : parameters.stream().filter(parameter -> !isCopied(parameter.type())).toList();
        String arguments = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return new AsyncMethod(doc.ofAsync(), deprecated, BOXES.getOrDefault(result, result), name, parameters,
                callee.address(), callee.symbol(), callee.library(), method + "(" + arguments + ")",
                result.equals("void"), references.stream().map(Parameter::name).collect(Collectors.joining(",")),
                references.stream().map(AsyncBinder::asOne).toList());
    }

    private static String asOne(Parameter parameter) {
        return parameter.type().endsWith("...") ? "(Object) " + parameter.name() : parameter.name();
    }

    /** Whether another thread may use it whoever has made it. */
    private static boolean isCopied(String type) {
        return BOXES.containsKey(type) || type.endsWith("String") || type.endsWith("[]");
    }
}
