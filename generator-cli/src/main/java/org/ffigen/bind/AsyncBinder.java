package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final RecordPointers pointers;

    AsyncBinder(Rulebook rulebook, RecordPointers pointers) {
        this.rulebook = rulebook;
        this.pointers = pointers;
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
                ? List.of(method(call.returnType(), call.name(), call.parameters(), name, callee,
                        doc, closes))
                : bound.values()
                        .stream()
                        .map(method -> method(method.returnType(), method.name(),
                                method.parameters(), name, callee, doc, closes))
                        .toList();
    }

    private AsyncMethod method(String result, String method, List<Parameter> parameters,
            String name, Callee callee, FunctionDoc doc, boolean closes) {
        // A handle that is closed already is no bad argument for what closes it.
        List<Reference> references = closes ? List.of() : parameters.stream().flatMap(this::references).toList();
        String arguments = parameters.stream().map(AsyncBinder::passed).collect(Collectors.joining(", "));
        List<String> copies = parameters.stream().filter(AsyncBinder::isCopied).map(AsyncBinder::copy).toList();
        return new AsyncMethod(doc.ofAsync(), BOXES.getOrDefault(result, result), name, parameters,
                callee.address(), callee.name(), callee.library(), method + "(" + arguments + ")",
                result.equals("void"), copies,
                references.stream().map(Reference::name).collect(Collectors.joining(",")),
                references.stream().map(Reference::expression).toList());
    }

    /** @param name in messages */
    private record Reference(String name, String expression) {}

    /** What another thread may not be allowed to use: an argument that is memory or has some, pointers in a record. */
    private Stream<Reference> references(Parameter parameter) {
        String name = parameter.name();
        if (isPrimitive(parameter.type()) || parameter.type().endsWith("String")
                || parameter.type().endsWith("[]")) {
            return Stream.of();
        }
        List<String> inRecord = pointers.in(parameter.type(), name);
        return inRecord.isEmpty()
                ? Stream.of(
                        new Reference(name, parameter.type().endsWith("...") ? "(Object) " + passed(parameter) : name))
                : inRecord.stream()
                        .map(pointer -> new Reference(pointer.replace("()", ""),
                                name + " == null ? null : " + pointer));
    }

    /** Whether values of that type are no objects. */
    static boolean isPrimitive(String type) {
        return BOXES.containsKey(type);
    }

    /** Whether Java can change what the call gets before it begins. */
    private static boolean isCopied(Parameter parameter) {
        String type = parameter.type();
        return type.endsWith("ByteBuffer") || type.startsWith("java.util.@Nullable List<") || type.endsWith("...");
    }

    private static String copy(Parameter parameter) {
        return "var " + passed(parameter) + " = org.ffigen.runtime.Nonblocking.copyOf(" + parameter.name() + ")";
    }

    private static String passed(Parameter parameter) {
        return isCopied(parameter) ? parameter.name() + "Copy_" : parameter.name();
    }
}
