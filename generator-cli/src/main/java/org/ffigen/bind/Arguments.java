package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.java.Parameter;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;

/** The parameters of a function's methods, and what becomes of them on the way to C. */
final class Arguments {

    /** Of the method that calls C, and what that passes to the handle. */
    final List<Parameter> native_ = new ArrayList<>();
    final List<String> toNative = new ArrayList<>();
    /** Of the method that takes Java values, and what that passes to the other. */
    final List<Parameter> values = new ArrayList<>();
    final List<String> conversions = new ArrayList<>();
    /** Whether a conversion needs memory, a parameter is a text, or a record. */
    boolean scratch;
    boolean text;
    boolean record;
    /** The places of out-parameters, and what C wrote there. */
    final List<String> statements = new ArrayList<>();
    final List<Parameter> outs = new ArrayList<>();
    final List<String> reads = new ArrayList<>();

    private final TypeMapper types;
    private final ValueForms forms;

    private Arguments(TypeMapper types, ValueForms forms) {
        this.types = types;
        this.forms = forms;
    }

    /**
     * @param roles what parameters are for, by their places from 0
     * @param forms how values of records get to C
     */
    static Arguments of(FunctionType type, Signature signature, ParameterRoles roles, TypeMapper types,
            ValueForms forms) {
        Arguments arguments = new Arguments(types, forms);
        JavaValue result = signature.result();
        if (result.kind() == JavaValue.Kind.RECORD) {
            arguments.allocator(result);
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            JavaValue value = signature.parameters().get(i);
            String name = signature.names().get(i);
            Optional<OutParameter> out = roles.out(i);
            if (out.isPresent()) {
                arguments.addOut(out.get(), value, name, roles.isGiven(i));
            } else {
                arguments.add(type.parameters().get(i).type(), value, name);
            }
        }
        return arguments;
    }

    /** The one parameter is an address, which nothing guards. */
    void asAddress() {
        String name = native_.getFirst().name();
        native_.set(0, new Parameter("MemorySegment", name));
        toNative.set(0, name);
    }

    private void allocator(JavaValue result) {
        native_.add(new Parameter("SegmentAllocator", "allocator"));
        toNative.add("new ReturnBuffer(allocator.allocate(" + result.call().layout() + "))");
        conversions.add("scratch");
        scratch = true;
    }

    private void add(CType type, JavaValue value, String name) {
        boolean nonnull = types.isNonnull(type);
        if (types.isText(type)) {
            native_.add(new Parameter("MemorySegment", name));
            toNative.add(name);
            values.add(new Parameter(nonnull ? "String" : "@Nullable String", name));
            conversions.add("scratch.string(" + (nonnull ? checked(name) : name) + ")");
            scratch = true;
            text = true;
        } else if (value.kind() == JavaValue.Kind.RECORD) {
            byValue(value, name);
        } else {
            String javaType = nonnull ? withoutNull(value.parameterType()) : value.parameterType();
            native_.add(new Parameter(javaType, name));
            toNative.add(value.call().toNative(nonnull ? checked(name) : name));
            values.add(new Parameter(javaType, name));
            conversions.add(name);
        }
    }

    private void addOut(OutParameter out, JavaValue value, String name, boolean given) {
        native_.add(new Parameter(value.parameterType(), name));
        toNative.add(value.call().toNative(name));
        String place = name;
        if (given) {
            values.add(new Parameter(out.given(), name));
            place = name + "Place_";
        }
        conversions.add(place);
        statements.add(given ? out.declare(place, name) : out.declare(place));
        outs.add(new Parameter(out.type(), name));
        reads.add(out.read(place));
        scratch = true;
    }

    private void byValue(JavaValue value, String name) {
        native_.add(new Parameter(value.parameterType() + ".Ptr", name));
        toNative.add(name + ".segment()");
        values.add(new Parameter(value.parameterType(), name));
        boolean view = forms.ownBytes().contains(value.parameterType());
        conversions.add(view ? name + ".view()" : forms.copy(value.parameterType(), name));
        scratch |= !view;
        record = true;
    }

    /** The arguments of a variadic call that the header does not declare; the handle takes them first. */
    void addFurther() {
        String name = "arguments";
        while (isTaken(name)) {
            name += "_";
        }
        native_.add(new Parameter("Object...", name));
        toNative.addFirst(name);
        values.add(new Parameter("Object...", name));
        conversions.add(name);
    }

    private boolean isTaken(String name) {
        return values.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private static String withoutNull(String type) {
        return type.startsWith(TypeMapper.NULLABLE) ? type.substring(TypeMapper.NULLABLE.length()) : type;
    }

    private static String checked(String name) {
        return "Objects.requireNonNull(" + name + ", \"" + name + "\")";
    }
}
