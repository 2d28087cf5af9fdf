package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ffigen.config.FunctionRules;
import org.ffigen.java.AsyncMethod;
import org.ffigen.java.Parameter;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Declaration.FunctionDecl;

/**
 * A method that calls a function on another thread. What is made for the call lasts as long as the call: texts and
 * structs by value are copied to memory that the call holds.
 */
final class AsyncBinder {

    private static final Map<String, String> BOXES = Map.of("int", "Integer", "long", "Long", "short", "Short", "byte",
            "Byte", "float", "Float", "double", "Double", "boolean", "Boolean", "@Unsigned int", "Integer",
            "@Unsigned long", "Long", "void", "@Nullable Void");

    private final TypeMapper types;
    private final Lowering lowering;
    private final Rulebook rulebook;

    AsyncBinder(TypeMapper types, Lowering lowering, Rulebook rulebook) {
        this.types = types;
        this.lowering = lowering;
        this.rulebook = rulebook;
    }

    /** The method, if the rules want one and the function can be called so. */
    List<AsyncMethod> bind(FunctionDecl function, Signature signature, FunctionRules rules, ResultChecks checks,
            String shape, String name, Callee callee, FunctionDoc doc, NameScope scope) {
        if (rules.nonblocking().isEmpty()) {
            return List.of();
        }
        FunctionType type = lowering.adjusted(function.calledType());
        if (type.variadic() || !type.prototyped() || function.firstVariadic().isPresent() || function.shim().isPresent()
                || checks.state() || !rules.parameters().isEmpty() || rules.free().isPresent()
                || rules.charset().isPresent() || rules.critical().isPresent()
                || rules.check().isPresent() && (types.isText(type.result()) || types.isRecord(type.result()))) {
            rulebook.refuse(rules.nonblocking().get(), "not with variable arguments, shims, errno, critical, free, charset and"
                    + " parameters, and not with a check of a text or a struct", "take one of the two rules out");
            return List.of();
        }
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
        return List.of(new AsyncMethod(doc.ofAsync(), function.deprecated().isPresent(),
                BOXES.getOrDefault(javaType, javaType), scope.claim(name + "Async"), parameters, callee.address(), callee.symbol(),
                shape, String.join(",", names), arguments, result.call().type(), value, checks.lines()));
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
