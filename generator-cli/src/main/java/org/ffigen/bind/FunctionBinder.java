package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ffigen.config.FunctionRules;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Result;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.Parameter;
import org.ffigen.java.ValueMethod;
import org.ffigen.lower.Lowering;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;

/**
 * A function becomes one method, or two where values must be converted: one that takes {@code String} and records by
 * value, on top of one that takes memory and copies nothing. The latter is an overload where only records are by
 * value, and has the suffix {@code Raw} where a text is an address.
 */
final class FunctionBinder {

    private final TypeMapper types;
    private final CallShapes shapes;
    private final CSource source;
    private final ValueForms forms;
    private final Rulebook rulebook;
    private final OwnedHandles handles;
    private final AsyncBinder async;
    private final Lowering lowering;
    private final List<Result> results = new ArrayList<>();

    FunctionBinder(TypeMapper types, Lowering lowering, CallShapes shapes, CSource source, ValueForms forms,
            Rulebook rulebook, OwnedHandles handles) {
        this.types = types;
        this.shapes = shapes;
        this.source = source;
        this.forms = forms;
        this.rulebook = rulebook;
        this.handles = handles;
        this.async = new AsyncBinder(types, rulebook);
        this.lowering = lowering;
    }

    /** What methods give that have several results. */
    List<Result> results() {
        return List.copyOf(results);
    }

    /**
     * @param name its name in Java, or that of an alias
     * @param scope of the methods, where a second name is claimed
     */
    List<Function> bind(FunctionDecl function, MethodName name, Callee callee, NameScope scope) {
        FunctionType type = function.calledType();
        String owner = types.strategy().type(function.name());
        FunctionRules rules = rulebook.of(function);
        Signature signature = Signature.of(type, owner, types, ResultChecks.packages(rules));
        Arguments arguments = Arguments.of(type, signature,
                new ParameterRoles(rules, type, owner, rulebook, types, lowering), types, forms);
        ResultChecks checks = ResultChecks.of(rules, rulebook, signature.result(), types.isText(type.result()), callee);
        if (handles.isCloser(function)) {
            arguments.asAddress();
        }
        List<Function> functions = new ArrayList<>();
        if (type.variadic()) {
            refuseErrno(rules);
            async.bind(function, signature, rules, checks, "", name.java(), callee,
                    new FunctionDoc(source, function, name.aliases(), false), scope);
            arguments.addFurther();
            functions.add(methods(function, signature, arguments, checks.withoutState(), shapes.useVariadic(
                    callee.library(), signature.result(), signature.parameters()), name, callee, scope));
            return functions;
        }
        boolean instance = function.firstVariadic().isPresent() && function.shim().isEmpty();
        if (instance) {
            refuseErrno(rules);
        }
        String shape = instance
                ? shapes.useInstance(signature.result(), signature.parameters(), function.firstVariadic().getAsInt())
                : checks.state()
                        ? shapes.useWithState(callee.library(), signature.result(), signature.parameters())
                        : shapes.use(callee.library(), signature.result(), signature.parameters());
        Function methods = methods(function, signature, arguments, instance ? checks.withoutState() : checks, shape,
                name, callee, scope);
        functions.add(new Function(methods.values(), methods.call(), async.bind(function, signature, rules, checks, shape,
                name.java(), callee, new FunctionDoc(source, function, name.aliases(), false), scope)));
        if (!type.prototyped() && signature.result().kind() != JavaValue.Kind.RECORD) {
            arguments.addFurther();
            functions.add(methods(function, signature, arguments, checks.withoutState(), shapes.useUnprototyped(
                    callee.library(), signature.result()), name, callee, scope));
        }
        return functions;
    }

    private void refuseErrno(FunctionRules rules) {
        rules.errno().ifPresent(policy -> rulebook.refuse(policy, "not with variable arguments",
                "let a check of your own judge the result: check: com.acme.Checks.check"));
    }

    private Function methods(FunctionDecl function, Signature signature, Arguments arguments, ResultChecks checks,
            String shape, MethodName methodName, Callee callee, NameScope scope) {
        String name = methodName.java();
        JavaValue result = signature.result();
        boolean textResult = types.isText(function.calledType().result());
        boolean recordResult = result.kind() == JavaValue.Kind.RECORD;
        boolean text = arguments.text || textResult;
        boolean deprecated = function.deprecated().isPresent();
        FunctionDoc doc = new FunctionDoc(source, function, methodName.aliases(), checks.state());
        boolean closer = handles.isCloser(function);
        String callName = text || closer ? scope.claim(name + "Raw") : name;
        List<String> toNative = new ArrayList<>(arguments.toNative);
        String buffer = "";
        if (checks.state()) {
            toNative.add(recordResult ? 1 : 0, "callState");
            // The caller's allocator may be a scratch, which allocates only while no other is open inside it.
            buffer = recordResult ? toNative.set(0, "returnBuffer") : "";
        }
        NativeMethod call = new NativeMethod(closer ? doc.ofAddress(name) : doc.ofCall(text ? name : ""), deprecated, resultType(result, textResult),
                callName, List.copyOf(arguments.native_), callee.address(), callee.symbol(), shape, toNative, buffer,
                checks.state(), checks.lines(), textResult
                        ? "$"
                        : recordResult
                                ? "new " + result.resultType() + ".Ptr($)"
                                : result.call().fromNative());
        if (closer) {
            handles.calledBy(function, callName);
            return new Function(List.of(new ValueMethod(doc.ofClosing(), deprecated, "void", name,
                    List.copyOf(arguments.values), false, "OwnedPointer.close("
                            + arguments.values.getFirst().name() + ")")), call);
        }
        if (!text && !arguments.record && !recordResult && arguments.outs.isEmpty()) {
            return new Function(List.of(), call);
        }
        String inner = callName + "(" + String.join(", ", arguments.conversions) + ")";
        boolean nonnull = textResult && (checks.nonnull() || types.isNonnull(function.calledType().result()));
        String expression = textResult
                ? nonnull ? "Objects.requireNonNull(" + types.text(inner) + ")" : types.text(inner)
                : recordResult ? inner + ".get()" : inner;
        String returnType = textResult ? nonnull ? "String" : "@Nullable String" : result.resultType();
        List<String> doneDoc = doc.ofValues(arguments.text ? callName : "");
        ValueMethod method = new ValueMethod(doneDoc, deprecated, returnType, name, List.copyOf(arguments.values),
                arguments.scratch, expression);
        return new Function(
                List.of(arguments.outs.isEmpty() ? method : withOuts(function, method, arguments, checks)), call);
    }

    /** A method whose results are what C wrote and, unless that only says that all went well, what C gives. */
    private ValueMethod withOuts(FunctionDecl function, ValueMethod method, Arguments arguments, ResultChecks checks) {
        boolean keepsResult = !method.returnType().equals("void") && !checks.status();
        List<String> statements = new ArrayList<>(arguments.statements);
        statements.add(keepsResult ? "var result = " + method.expression() : method.expression());
        List<Parameter> parts = new ArrayList<>(arguments.outs);
        List<String> values = new ArrayList<>(arguments.reads);
        if (keepsResult) {
            parts.addFirst(new Parameter(method.returnType(), "result"));
            values.addFirst("result");
        }
        String type = parts.getFirst().type();
        String expression = values.getFirst();
        if (parts.size() > 1) {
            type = types.declared().free(types.strategy().type(function.name()) + "Result");
            expression = "new " + type + "(" + String.join(", ", values) + ")";
            NameScope scope = NameScope.ofMembers();
            results.add(new Result(Javadoc.of("what " + function.name() + " gives", Optional.empty()), type,
                    parts.stream()
                            .map(part -> new Parameter(part.type(),
                                    scope.claim(ReservedNames.placeMember(part.name()))))
                            .toList()));
        }
        List<String> doc = Javadoc.withNote(method.doc(), "The result is what C writes to " + arguments.outs.stream()
                .map(out -> "{@code " + out.name() + "}")
                .collect(Collectors.joining(", ")) + (keepsResult ? ", after its own." : "."));
        return new ValueMethod(doc, method.deprecated(), type, method.name(), method.parameters(), true, statements,
                expression);
    }

    private static String resultType(JavaValue result, boolean text) {
        if (text) {
            return "MemorySegment";
        }
        return result.kind() == JavaValue.Kind.RECORD ? result.resultType() + ".Ptr" : result.resultType();
    }
}
