package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.ValueMethod;
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
    private final Set<String> ownBytes;

    FunctionBinder(TypeMapper types, CallShapes shapes, CSource source, Set<String> ownBytes) {
        this.types = types;
        this.shapes = shapes;
        this.source = source;
        this.ownBytes = ownBytes;
    }

    /**
     * @param name its name in Java, or that of an alias
     * @param scope of the methods, where a second name is claimed
     */
    List<Function> bind(FunctionDecl function, MethodName name, Callee callee, NameScope scope) {
        FunctionType type = function.calledType();
        Signature signature = Signature.of(type, types.strategy().type(function.name()), types);
        Arguments arguments = Arguments.of(type, signature, types, ownBytes);
        List<Function> functions = new ArrayList<>();
        if (type.variadic()) {
            arguments.addFurther();
            functions.add(methods(function, signature, arguments, shapes.useVariadic(callee.library(),
                    signature.result(), signature.parameters()), name, callee, scope));
            return functions;
        }
        String shape = function.firstVariadic().isPresent() && function.shim().isEmpty()
                ? shapes.useInstance(signature.result(), signature.parameters(), function.firstVariadic().getAsInt())
                : shapes.use(callee.library(), signature.result(), signature.parameters());
        functions.add(methods(function, signature, arguments, shape, name, callee, scope));
        if (!type.prototyped() && signature.result().kind() != JavaValue.Kind.RECORD) {
            arguments.addFurther();
            functions.add(methods(function, signature, arguments, shapes.useUnprototyped(callee.library(),
                    signature.result()), name, callee, scope));
        }
        return functions;
    }

    private Function methods(FunctionDecl function, Signature signature, Arguments arguments, String shape,
            MethodName methodName, Callee callee, NameScope scope) {
        String name = methodName.java();
        JavaValue result = signature.result();
        boolean textResult = types.isText(function.calledType().result());
        boolean recordResult = result.kind() == JavaValue.Kind.RECORD;
        boolean text = arguments.text || textResult;
        boolean deprecated = function.deprecated().isPresent();
        FunctionDoc doc = new FunctionDoc(source, function, methodName.aliases());
        String callName = text ? scope.claim(name + "Raw") : name;
        NativeMethod call = new NativeMethod(doc.ofCall(text ? name : ""), deprecated, resultType(result, textResult),
                callName, List.copyOf(arguments.native_), callee.address(), callee.symbol(), shape,
                List.copyOf(arguments.toNative), textResult
                        ? "$"
                        : recordResult ? "new " + result.resultType() + ".Ptr($)" : result.call().fromNative());
        if (!text && !arguments.record && !recordResult) {
            return new Function(List.of(), call);
        }
        String inner = callName + "(" + String.join(", ", arguments.conversions) + ")";
        boolean nonnull = textResult && types.isNonnull(function.calledType().result());
        String expression = textResult
                ? nonnull ? "Objects.requireNonNull(" + types.text(inner) + ")" : types.text(inner)
                : recordResult ? inner + ".get()" : inner;
        String returnType = textResult ? nonnull ? "String" : "@Nullable String" : result.resultType();
        return new Function(List.of(new ValueMethod(doc.ofValues(arguments.text ? callName : ""), deprecated,
                returnType, name, List.copyOf(arguments.values), arguments.scratch, expression)), call);
    }

    private static String resultType(JavaValue result, boolean text) {
        if (text) {
            return "MemorySegment";
        }
        return result.kind() == JavaValue.Kind.RECORD ? result.resultType() + ".Ptr" : result.resultType();
    }
}
