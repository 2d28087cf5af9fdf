package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.java.CallbackInterface;
import org.ffigen.java.Parameter;

/** A function-pointer type becomes a functional interface. */
final class CallbackBinder {

    private final TypeMapper types;
    private final CallShapes shapes;
    private final RecordPointers pointers;
    private final OwnedHandles handles;

    CallbackBinder(TypeMapper types, CallShapes shapes, RecordPointers pointers, OwnedHandles handles) {
        this.handles = handles;
        this.pointers = pointers;
        this.types = types;
        this.shapes = shapes;
    }

    CallbackInterface bind(Callbacks.Callback callback) {
        Signature signature = Signature.of(callback.type(), callback.name(), types);
        JavaValue result = signature.result();
        List<Parameter> parameters = new ArrayList<>();
        List<Parameter> ofCall = new ArrayList<>();
        List<Parameter> raw = new ArrayList<>();
        List<String> fromRaw = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean byValueResult = result.kind() == JavaValue.Kind.RECORD;
        if (byValueResult) {
            arguments.add("new ReturnBuffer(scratch.allocate(" + result.call().layout() + "))");
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            JavaValue value = signature.parameters().get(i);
            String name = signature.names().get(i);
            parameters.add(new Parameter(value.resultType(), name));
            ofCall.add(new Parameter(value.parameterType(), name));
            raw.add(new Parameter(value.call().type(), name));
            String given = value.call().fromNative(name);
            fromRaw.add(handles.isOwnedAt(callback.type().parameters().get(i).type())
                    ? "OwnedPointer.shown(" + given + ")"
                    : given);
            arguments.add(OverAligned.checked(types.alignmentBehind(callback.type().parameters().get(i).type()),
                    value.call().toNative(value.isAsked() ? checked(name, name) : name), name));
            if (value.kind() == JavaValue.Kind.RECORD) {
                after.addAll(pointers.kept(value.parameterType(), name));
            }
        }
        boolean isVoid = result.kind() == JavaValue.Kind.VOID;
        CallShapes.Upcall shape = shapes.useForUpcall(result, signature.parameters());
        return new CallbackInterface(callback.name(), Javadoc.of(callback.declaration(), callback.comment()),
                types.library(), shape.name(), shape.descriptor().replace("$", types.library()), parameters, ofCall,
                raw,
                fromRaw, isVoid ? "void" : result.call().type(), hasPointers(result), given(callback, result),
                result.parameterType(), byValueResult, arguments, after, result.resultType(),
                result.call().fromNative());
    }

    private boolean hasPointers(JavaValue value) {
        return value.kind() == JavaValue.Kind.POINTER
                || value.kind() == JavaValue.Kind.RECORD && !pointers.in(value.parameterType(), "value").isEmpty();
    }

    /** What C is given for {@code result}; a null that is no value in C is said to be the callback's. */
    private static String given(Callbacks.Callback callback, JavaValue result) {
        return result.call()
                .toNative(result.isAsked()
                        ? checked("result", "the callback %s gave null: C takes a %s by value".formatted(
                                callback.name(), result.resultType()))
                        : "result");
    }

    private static String checked(String name, String what) {
        return "Objects.requireNonNull(" + name + ", " + Literals.ofString(what) + ")";
    }
}
