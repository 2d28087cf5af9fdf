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
import org.ffigen.java.ValueMethod.Guarded;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * A function becomes one method, or two where values must be converted: one that takes {@code String} and records by
 * value, on top of one that takes memory and copies nothing. The latter is an overload where only records are by
 * value, and has the suffix {@code Raw} where a text is an address or Java would take both for the same method.
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
    private final NativeApi api;
    private final List<Result> results = new ArrayList<>();

    FunctionBinder(NativeApi api, TypeMapper types, Lowering lowering, CallShapes shapes, CSource source,
            ValueForms forms,
            Rulebook rulebook, OwnedHandles handles) {
        this.api = api;
        this.types = types;
        this.shapes = shapes;
        this.source = source;
        this.forms = forms;
        this.rulebook = rulebook;
        this.handles = handles;
        this.async = new AsyncBinder(rulebook, forms.pointers());
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
        FunctionType type = lowering.adjusted(function.calledType());
        String owner = types.strategy().strippedType(function.name());
        FunctionRules rules = rulebook.of(function);
        Signature signature = Signature.of(type, owner, types, ResultChecks.packages(rules),
                Optional.of(function));
        TextRules texts = TextRules.of(rules, api, rulebook, types, lowering, type);
        ParameterRoles roles = new ParameterRoles(rules, function, type, owner, rulebook, types, lowering, texts,
                handles);
        Optional<OwnedHandles.Closer> closer = handles.closer(function);
        Arguments arguments = closer.isPresent()
                ? Arguments.ofHandle(closer.get(), type, signature, owner, roles, types, forms)
                : arguments(type, signature, roles, false);
        ResultChecks checks = ResultChecks.of(rules, rulebook, signature.result(),
                roles.givenArrays().result().isPresent() || texts.isText(type.result()), callee);
        if (closer.isPresent()) {
            rules.parameters()
                    .forEach(rule -> rulebook.refuse(rule.role(), function.name() + " ends a handle",
                            "its parameter is the handle: what else it takes is NULL"));
        }
        FunctionDoc doc = new FunctionDoc(source, function, name.aliases(), false);
        Methods methods = new Methods(function, signature, name, callee, scope, texts,
                texts.freeOfResult(type.result(), roles.isResultArray()), roles.givenArrays().result(),
                closing(type.result(), signature.result()));
        CallShapes.Extra extra = new CallShapes.Extra(checks.state(), !methods.lost().isEmpty());
        List<Function> functions = new ArrayList<>();
        if (type.variadic()) {
            refuseCritical(rules, "not with variable arguments");
            arguments.addFurther();
            functions.add(withAsync(methods(methods, List.of(arguments), checks, shapes.useVariadic(callee.library(),
                    signature.result(), signature.parameters(), extra)), methods, rules, doc));
            texts.refuseUseless(function);
            return functions;
        }
        boolean instance = function.firstVariadic().isPresent() && function.shim().isEmpty();
        if (instance) {
            refuseCritical(rules, "not with variable arguments");
        }
        String shape = instance
                ? shapes.useInstance(signature.result(), signature.parameters(), function.firstVariadic().getAsInt(),
                        extra)
                : shape(methods, rules, extra);
        List<Arguments> variants = new ArrayList<>(List.of(arguments));
        if (closer.isEmpty() && roles.takesBuffers()) {
            variants.add(arguments(type, signature, roles, true));
        }
        functions.add(withAsync(methods(methods, variants, checks, shape), methods, rules, doc));
        // A shim has the parameters that are declared, none.
        if (!type.prototyped() && signature.result().kind() != JavaValue.Kind.RECORD && function.shim().isEmpty()) {
            arguments.addFurther();
            functions.add(methods(methods, List.of(arguments), checks,
                    shapes.useUnprototyped(callee.library(), signature.result(), extra)));
        }
        texts.refuseUseless(function);
        return functions;
    }

    private Arguments arguments(FunctionType type, Signature signature, ParameterRoles roles, boolean buffers) {
        Arguments arguments = Arguments.of(type, signature, roles, types, forms, buffers);
        List<String> replaced = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            if (roles.isGiven(i) && lowering.resolve(type.parameters().get(i).type()) instanceof CType.Pointer place
                    && handles.isOwnedAt(place.pointee())) {
                replaced.add(signature.names().get(i));
            }
        }
        if (!replaced.isEmpty()) {
            arguments.replaceHandles(replaced);
        }
        return arguments;
    }

    /** What the methods of one function have in common. */
    private record Methods(FunctionDecl function, Signature signature, MethodName name, Callee callee, NameScope scope,
            TextRules texts, Optional<String> free, Optional<GivenArray> array, String closing) {

        /** What frees a result that the caller does not get: the expression of a function over its address; or empty. */
        private String lost() {
            return free.orElse(closing);
        }

        /** Whether the method that calls C gives an address, and the other what lies there: a text, or an array. */
        private boolean textResult() {
            return array.isPresent() || texts.isText(function.calledType().result());
        }

        private String value(String address) {
            CType result = function.calledType().result();
            return array.map(given -> GivenArray.named(given.take(address), signature.names()))
                    .orElseGet(() -> free.map(freeing -> texts.take(result, address, freeing))
                            .orElseGet(() -> texts.read(result, address)));
        }

        private String valueType(boolean nonnull) {
            return array.map(given -> nonnull ? given.element() + "[]" : given.type())
                    .orElse(nonnull ? "String" : TypeMapper.NULLABLE + "String");
        }

        private boolean recordResult() {
            return signature.result().kind() == JavaValue.Kind.RECORD;
        }
    }

    /** What closes a handle of that type: the expression of a function over its address; empty of what has no end. */
    private String closing(CType result, JavaValue java) {
        return types.opaque(result)
                .filter(handles::isOwned)
                .map(_ -> "it_ -> OwnedPointer.closeIfNew(%1$s.class, it_, it__ -> %1$s.of(it__))"
                        .formatted(java.resultType()))
                .orElse("");
    }

    private String shape(Methods methods, FunctionRules rules, CallShapes.Extra extra) {
        String library = methods.callee().library();
        Signature signature = methods.signature();
        if (rules.critical().isPresent()) {
            FunctionType type = methods.function().calledType();
            if (extra.state() || !type.prototyped()) {
                refuseCritical(rules, "not with errno, and not without declared parameters");
            }
            type.parameters()
                    .stream()
                    .flatMap(parameter -> ReachableCallbacks.in(parameter.type(), api, lowering).stream())
                    .findFirst()
                    .ifPresent(callback -> refuseCritical(rules, "not with " + callback));
            return shapes.useCritical(library, signature.result(), signature.parameters(), extra);
        }
        return shapes.use(library, signature.result(), signature.parameters(), extra);
    }

    private Function withAsync(Function bound, Methods methods, FunctionRules rules, FunctionDoc doc) {
        if (rules.nonblocking().isEmpty()) {
            return bound;
        }
        return new Function(bound.values(), bound.call(), async.bind(rules, bound,
                types.declared().nonblocking(methods.function().id(), methods.name().java() + "Async"),
                methods.callee(), doc,
                handles.isCloser(methods.function())));
    }

    private void refuseCritical(FunctionRules rules, String why) {
        rules.critical()
                .ifPresent(rule -> rulebook.refuse(rule, why,
                        "critical is for functions that are short and never call Java"));
    }

    /** @param variants the parameters of the methods that take Java values; of the first are those that C takes */
    private Function methods(Methods methods, List<Arguments> variants, ResultChecks checks, String shape) {
        FunctionDecl function = methods.function();
        Arguments arguments = variants.getFirst();
        String name = methods.name().java();
        JavaValue result = methods.signature().result();
        boolean text = arguments.text || methods.textResult();
        FunctionDoc doc = new FunctionDoc(source, function, methods.name().aliases(), checks.state());
        boolean closer = handles.isCloser(function);
        boolean alone = !text && !arguments.converted && !methods.recordResult() && arguments.outs.isEmpty();
        boolean clash = !alone && variants.stream().anyMatch(Arguments::haveOneErasure);
        boolean ends = closer || !arguments.taken.isEmpty();
        String callName = text || ends || clash ? methods.scope().claim(name + "Raw") : name;
        List<String> toNative = new ArrayList<>(arguments.toNative);
        String buffer = "";
        if (checks.state()) {
            int first = arguments.further ? 1 : 0;
            toNative.add(methods.recordResult() ? first + 1 : first, "callState");
            // The caller's allocator may be a scratch, which allocates only while no other is open inside it.
            buffer = methods.recordResult() ? toNative.set(first, "returnBuffer") : "";
        }
        if (!methods.lost().isEmpty()) {
            toNative.add(methods.lost());
        }
        NativeMethod call = new NativeMethod(
                ends ? doc.ofAddress(name) : text ? doc.ofCall(name) : clash ? doc.ofPlaces(name) : doc.ofCall(""),
                resultType(result, methods.textResult()), callName, List.copyOf(arguments.native_),
                methods.callee().address(), methods.callee().name(), shape, toNative, buffer,
                checks.state(), checks.lines(), methods.textResult()
                        ? "$"
                        : methods.recordResult()
                                ? "new " + result.resultType() + ".Ptr($)"
                                : result.call().fromNative(),
                refused(methods, arguments, checks));
        if (closer) {
            handles.calledBy(function, callName);
            return new Function(List.of(new ValueMethod(doc.ofClosing(), "void", name,
                    List.copyOf(arguments.values), false, "OwnedPointer.closeNullable("
                            + arguments.values.getFirst().name() + ")")),
                    call);
        }
        if (alone) {
            return new Function(List.of(), call);
        }
        return new Function(variants.stream()
                .map(variant -> valueMethod(methods, variant, checks, callName,
                        doc.ofValues(variant.text ? callName : "", variant.lasting)))
                .toList(), call);
    }

    /** A text that is refused is freed; a handle is the judge's, who has it. What C wrote then is the caller's to know. */
    private static String refused(Methods methods, Arguments arguments, ResultChecks checks) {
        if (!checks.lines().isEmpty() && methods.free().isPresent()) {
            return "LostResult.free(thrown, result, " + methods.free().get() + ")";
        }
        boolean told = !arguments.taken.isEmpty() && !checks.lines().isEmpty()
                || !checks.check().isEmpty() && !arguments.outs.isEmpty();
        return told ? "ValueOfFailure.judged(thrown)" : "";
    }

    private ValueMethod valueMethod(Methods methods, Arguments arguments, ResultChecks checks, String callName,
            List<String> doc) {
        CType result = methods.function().calledType().result();
        String called = callName + "(" + String.join(", ", arguments.conversions) + ")";
        String inner = methods.textResult() && !arguments.taken.isEmpty()
                ? "OwnedPointer.took(" + called + ", " + String.join(", ", arguments.taken) + ")"
                : called;
        boolean nonnull = methods.textResult() && (checks.nonnull() || types.isNonnull(result));
        boolean lent = methods.array().isEmpty() && methods.free().isEmpty();
        String expression = methods.textResult()
                ? methods.value(lent ? arguments.ended(result, inner) : inner)
                : methods.recordResult() ? inner + ".get()" : lasting(methods, arguments, inner);
        String type = methods.textResult()
                ? methods.valueType(nonnull)
                : methods.signature().result().resultType();
        ValueMethod method = new ValueMethod(doc, type,
                methods.name().java(), List.copyOf(arguments.values), arguments.scratch,
                nonnull ? "Objects.requireNonNull(" + expression + ")" : expression);
        return arguments.outs.isEmpty()
                ? withAfter(method, arguments)
                : withOuts(methods.function(), method, arguments, checks);
    }

    /** @param inner the expression of what C gives, where that is no text */
    private static String lasting(Methods methods, Arguments arguments, String inner) {
        Carrier result = methods.signature().result().call();
        return arguments.lastingResult
                ? result.fromNative("scratch.lasting(" + result.toNative(inner) + ")")
                : inner;
    }

    /** A method that takes over what C wrote to arrays. */
    private static ValueMethod withAfter(ValueMethod method, Arguments arguments) {
        boolean nothing = method.returnType().equals("void");
        boolean guarded = !arguments.after.isEmpty();
        return new ValueMethod(FunctionDoc.withTaken(method.doc(), arguments.taken), method.returnType(), method.name(),
                method.parameters(), method.scratch(), arguments.statements,
                guarded
                        ? List.of(new Guarded(nothing ? "" : method.returnType(), method.expression(),
                                arguments.failures, arguments.after, false))
                        : List.of(),
                guarded ? nothing ? "" : "result" : method.expression());
    }

    /** A method whose results are what C wrote and, unless that only says that all went well, what C gives. */
    private ValueMethod withOuts(FunctionDecl function, ValueMethod method, Arguments arguments, ResultChecks checks) {
        boolean keepsResult = !method.returnType().equals("void") && !checks.status() && !arguments.resultIsLength;
        Guarded guarded = new Guarded(keepsResult || arguments.resultIsLength ? method.returnType() : "",
                method.expression(), arguments.failures,
                arguments.after, arguments.takesOneOfSeveral());
        List<Parameter> parts = new ArrayList<>(arguments.outs);
        List<String> values = new ArrayList<>(arguments.reads);
        if (keepsResult) {
            parts.addFirst(new Parameter(method.returnType(), "result"));
            values.addFirst("result");
        }
        String type = parts.getFirst().type();
        String expression = values.getFirst();
        if (parts.size() > 1) {
            type = resultRecord(function, parts);
            expression = "new " + type + "(" + String.join(", ", values) + ")";
        }
        List<String> doc = Javadoc.withNote(FunctionDoc.withTaken(method.doc(), arguments.taken),
                "The result is what C writes to " + arguments.outs.stream()
                        .map(out -> "{@code " + out.name() + "}")
                        .collect(Collectors.joining(", ")) + (keepsResult ? ", after its own." : "."));
        return new ValueMethod(doc, type, method.name(), method.parameters(), true,
                arguments.statements, List.of(guarded), expression);
    }

    /** The record of several results; methods of one function share it. */
    private String resultRecord(FunctionDecl function, List<Parameter> parts) {
        NameScope scope = NameScope.ofMembers();
        List<Parameter> components = parts.stream()
                .map(part -> new Parameter(part.type(), scope.claim(ReservedNames.placeMember(part.name()))))
                .toList();
        List<String> doc = Javadoc.of("what " + function.name() + " gives", Optional.empty());
        return results.stream()
                .filter(result -> result.doc().equals(doc) && result.components().equals(components))
                .map(Result::name)
                .findFirst()
                .orElseGet(() -> {
                    String type = types.declared().free(types.strategy().strippedType(function.name()) + "Result");
                    results.add(new Result(doc, type, components));
                    return type;
                });
    }

    private static String resultType(JavaValue result, boolean text) {
        if (text) {
            return "MemorySegment";
        }
        return result.kind() == JavaValue.Kind.RECORD ? result.resultType() + ".Ptr" : result.resultType();
    }
}
