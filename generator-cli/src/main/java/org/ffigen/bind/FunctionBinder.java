package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.Parameter;
import org.ffigen.java.ValueMethod;
import org.ffigen.lower.Lowering;
import org.ffigen.model.Declaration.FunctionDecl;

/**
 * A function becomes one method, or two where values must be converted: one that takes {@code String} and records by
 * value, on top of one that takes memory and copies nothing. The latter is an overload where only records are by
 * value, and has the suffix {@code Raw} where a text is an address.
 */
final class FunctionBinder {

    private final TypeMapper types;
    private final CallShapes shapes;
    private final Lowering lowering;
    private final CSource source;
    private final Set<String> ownBytes;

    FunctionBinder(TypeMapper types, CallShapes shapes, Lowering lowering, CSource source,
            Set<String> ownBytes) {
        this.types = types;
        this.shapes = shapes;
        this.lowering = lowering;
        this.source = source;
        this.ownBytes = ownBytes;
    }

    /**
     * @param name its name in Java
     * @param symbol the expression of its address
     * @param scope of the methods, where a second name is claimed
     */
    Function bind(FunctionDecl function, String name, String symbol, NameScope scope) {
        Signature signature = Signature.of(function.type(), NamingStrategy.type(function.name()), types, shapes);
        JavaValue result = signature.result();
        boolean textResult = types.isText(function.type().result());
        boolean recordResult = result.kind() == JavaValue.Kind.RECORD;
        List<Parameter> native_ = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        List<Parameter> values = new ArrayList<>();
        List<String> conversions = new ArrayList<>();
        boolean scratch = recordResult;
        boolean text = textResult;
        boolean record = recordResult;
        if (recordResult) {
            native_.add(new Parameter("SegmentAllocator", "allocator"));
            arguments.add("(SegmentAllocator) new ReturnBuffer(allocator.allocate(" + result.call().layout() + "))");
            conversions.add("scratch");
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            JavaValue value = signature.parameters().get(i);
            String parameter = signature.names().get(i);
            if (types.isText(function.type().parameters().get(i).type())) {
                native_.add(new Parameter("MemorySegment", parameter));
                arguments.add(parameter);
                values.add(new Parameter("@Nullable String", parameter));
                conversions.add("scratch.string(" + parameter + ")");
                scratch = true;
                text = true;
            } else if (value.kind() == JavaValue.Kind.RECORD) {
                native_.add(new Parameter(value.parameterType() + ".Ptr", parameter));
                arguments.add(parameter + ".segment()");
                values.add(new Parameter(value.parameterType(), parameter));
                boolean view = ownBytes.contains(value.parameterType());
                conversions.add(view
                        ? parameter + ".view()"
                        : value.parameterType() + ".allocate(scratch, " + parameter + ")");
                scratch |= !view;
                record = true;
            } else {
                native_.add(new Parameter(value.parameterType(), parameter));
                arguments.add(value.call().toNative(parameter));
                values.add(new Parameter(value.parameterType(), parameter));
                conversions.add(parameter);
            }
        }
        List<String> doc = Javadoc.of(source.function(function), function.comment());
        boolean deprecated = function.deprecated().isPresent();
        String callName = text ? scope.claim(name + "Raw") : name;
        List<String> callDoc = !text
                ? doc
                : Javadoc.withNote(doc, "Takes and gives addresses where {@code " + name + "} has texts.");
        NativeMethod call = new NativeMethod(callDoc, deprecated, resultType(result, textResult), callName,
                native_, symbol, function.name(), signature.call(), arguments, carrier(result),
                textResult
                        ? "result"
                        : recordResult
                                ? result.resultType() + ".Ptr.of(result)"
                                : result.call().fromNative("result"));
        if (!text && !record) {
            return new Function(List.of(), call);
        }
        String inner = call.name() + conversions.stream().collect(Collectors.joining(", ", "(", ")"));
        String expression = textResult
                ? types.text(inner)
                : recordResult ? inner + ".get()" : inner;
        boolean textParameters = function.type().parameters().stream().anyMatch(p -> types.isText(p.type()));
        List<String> valueDoc = !textParameters
                ? doc
                : Javadoc.withNote(doc,
                        "The texts live for the call; {@code " + callName + "} takes memory that may live longer.");
        return new Function(List.of(new ValueMethod(valueDoc, deprecated,
                textResult ? "@Nullable String" : result.resultType(), name, values, scratch, expression)), call);
    }

    private static String resultType(JavaValue result, boolean text) {
        if (text) {
            return "MemorySegment";
        }
        return result.kind() == JavaValue.Kind.RECORD ? result.resultType() + ".Ptr" : result.resultType();
    }

    private static String carrier(JavaValue result) {
        return result.kind() == JavaValue.Kind.VOID ? "void" : result.call().type();
    }
}
