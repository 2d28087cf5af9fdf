package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ffigen.config.FunctionRules;
import org.ffigen.java.AsyncMethod;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.Parameter;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Declaration.FunctionDecl;

/**
 * A method that calls a function on another thread. Where it takes what C takes, texts and structs by value are copied
 * to memory that lasts as long as the call; where rules make another method of the function, that method runs there.
 */
final class AsyncBinder {

    private static final Map<String, String> BOXES = Map.ofEntries(Map.entry("int", "Integer"),
            Map.entry("long", "Long"), Map.entry("short", "Short"), Map.entry("byte", "Byte"),
            Map.entry("char", "Character"), Map.entry("float", "Float"), Map.entry("double", "Double"),
            Map.entry("boolean", "Boolean"), Map.entry("@Unsigned int", "Integer"),
            Map.entry("@Unsigned long", "Long"), Map.entry("void", "@Nullable Void"));

    private final TypeMapper types;
    private final Lowering lowering;
    private final Rulebook rulebook;

    AsyncBinder(TypeMapper types, Lowering lowering, Rulebook rulebook) {
        this.types = types;
        this.lowering = lowering;
        this.rulebook = rulebook;
    }

    /**
     * The methods, if the rules want them.
     *
     * @param bound the function's methods on the thread of the caller
     * @param name what they are called
     * @param closes whether the function closes a handle
     */
    List<AsyncMethod> bind(FunctionDecl function, Signature signature, FunctionRules rules, ResultChecks checks,
            Function bound, String name, Callee callee, FunctionDoc doc, boolean closes) {
        if (rules.nonblocking().isEmpty()) {
            return List.of();
        }
        if (rules.critical().isPresent()) {
            rulebook.refuse(rules.nonblocking().get(), "not with critical", "take one of the two rules out");
            return List.of();
        }
        FunctionType type = lowering.adjusted(function.calledType());
        boolean other = type.variadic() || !type.prototyped() || function.firstVariadic().isPresent()
                || function.shim().isPresent() || checks.state() || !rules.parameters().isEmpty()
                || rules.free().isPresent() || rules.charset().isPresent() || closes
                || rules.check().isPresent() && (types.isText(type.result()) || types.isRecord(type.result()));
        return other ? running(bound, name, callee, doc, closes) : List.of(passing(function, signature, checks, bound, name, callee, doc));
    }

    /** Methods that run what the caller's thread would. */
    private static List<AsyncMethod> running(Function bound, String name, Callee callee, FunctionDoc doc,
            boolean closes) {
        NativeMethod call = bound.call();
        return bound.values().isEmpty()
                ? List.of(running(call.deprecated(), call.returnType(), call.name(), call.parameters(), name, callee, doc, closes))
                : bound.values().stream()
                        .map(method -> running(method.deprecated(), method.returnType(), method.name(),
                                method.parameters(), name, callee, doc, closes))
                        .toList();
    }

    private static AsyncMethod running(boolean deprecated, String result, String method, List<Parameter> parameters,
            String name, Callee callee, FunctionDoc doc, boolean closes) {
        // A handle that is closed already is no bad argument for what closes it.
        List<Parameter> references = closes
                ? List.of()
                : parameters.stream().filter(parameter -> !isCopied(parameter.type())).toList();
        String names = references.stream().map(Parameter::name).collect(Collectors.joining(","));
        String arguments = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return new AsyncMethod(doc.ofAsync(), deprecated, BOXES.getOrDefault(result, result), name, parameters,
                callee.address(), callee.symbol(), callee.library(), "", names, references.stream().map(AsyncBinder::asOne).toList(), result, "$",
                List.of(), method + "(" + arguments + ")");
    }

    private static String asOne(Parameter parameter) {
        return parameter.type().endsWith("...") ? "(Object) " + parameter.name() : parameter.name();
    }

    /** Whether another thread may use it whoever has made it. */
    private static boolean isCopied(String type) {
        return BOXES.containsKey(type) || type.endsWith("String") || type.endsWith("[]");
    }

    private AsyncMethod passing(FunctionDecl function, Signature signature, ResultChecks checks, Function bound,
            String name, Callee callee, FunctionDoc doc) {
        FunctionType type = lowering.adjusted(function.calledType());
        JavaValue result = signature.result();
        boolean text = types.isText(type.result());
        List<Parameter> parameters = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        if (result.kind() == JavaValue.Kind.RECORD) {
            names.add("");
            arguments.add("Nonblocking.result(" + result.call().layout() + ")");
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            add(type.parameters().get(i).type(), signature.parameters().get(i), signature.names().get(i), parameters,
                    arguments);
            names.add(signature.names().get(i));
        }
        String value = text ? types.text("$") : result.call().fromNative();
        String javaType = text ? "@Nullable String" : result.resultType();
        return new AsyncMethod(doc.ofAsync(), function.deprecated().isPresent(),
                BOXES.getOrDefault(javaType, javaType), name, parameters, callee.address(), callee.symbol(), callee.library(),
                bound.call().shape(), String.join(",", names), arguments, result.call().type(), value, checks.lines(), "");
    }

    private void add(CType type, JavaValue value, String name, List<Parameter> parameters, List<String> arguments) {
        if (types.isText(type)) {
            parameters.add(new Parameter("@Nullable String", name));
            arguments.add("Nonblocking.text(" + name + ")");
        } else {
            parameters.add(new Parameter(value.parameterType(), name));
            arguments.add(value.call().toNative(name));
        }
    }
}
