package org.ffigen.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.java.Parameter;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;

/** The parameters of a function's methods, and what becomes of them on the way to C. */
final class Arguments {

    /** What Java does not see of a type when it compares methods. */
    private static final Pattern GONE = Pattern.compile("@\\w+ |<.*>");

    /** Of the method that calls C, and what that passes to the handle. */
    final List<Parameter> native_ = new ArrayList<>();
    final List<String> toNative = new ArrayList<>();
    /** Of the method that takes Java values, and what that passes to the other. */
    final List<Parameter> values = new ArrayList<>();
    final List<String> conversions = new ArrayList<>();
    /** Whether a conversion needs memory, a parameter is a text, or one is otherwise another than C's. */
    boolean scratch;
    boolean text;
    boolean converted;
    /** Whether what C gives may lead into memory of the call, so that it is made a pointer that lasts: its result, or any. */
    boolean lastingResult;
    boolean lasting;
    /** Whether the caller gives arguments that the header does not declare. */
    boolean further;
    /** Whether what the function gives is the length of what it writes. */
    boolean resultIsLength;
    /** The places of arrays and out-parameters, what C wrote to out-parameters, and what takes over arrays and keeps records. */
    final List<String> statements = new ArrayList<>();
    final List<Parameter> outs = new ArrayList<>();
    final List<String> reads = new ArrayList<>();
    /** The handles that C takes over. */
    final List<String> taken = new ArrayList<>();
    /** What keeps that with the exception if the call throws. */
    final List<String> failures = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    /** The places of lengths, which come after those of their arrays. */
    private final List<String> lengths = new ArrayList<>();
    /** The memory of the buffers, in which C may find a text that only their limit ends. */
    private final List<String> buffers = new ArrayList<>();
    /** The arrays so far that C gets a copy of. */
    private final Map<String, ArrayParameter> copied = new LinkedHashMap<>();

    private final TypeMapper types;
    private final ValueForms forms;
    private final ParameterRoles roles;
    /** Whether records lie in the scratch that is there, even those that would do without one (decision 0028). */
    private final boolean hasScratch;

    /** The alignment that C demands behind the pointer that is added, if it is more than Java's has by itself. */
    private OptionalLong demanded = OptionalLong.empty();

    private Arguments(TypeMapper types, ValueForms forms, ParameterRoles roles, boolean hasScratch) {
        this.types = types;
        this.forms = forms;
        this.roles = roles;
        this.hasScratch = hasScratch;
    }

    /**
     * @param roles what parameters are for, by their places from 0
     * @param forms how values of records get to C
     * @param buffers whether arrays of bytes are buffers
     */
    static Arguments of(FunctionType type, Signature signature, ParameterRoles roles, TypeMapper types,
            ValueForms forms, boolean buffers) {
        // Only after the last parameter is it known whether there is a scratch, which then is the place of all records.
        Arguments arguments = of(type, signature, roles, types, forms, buffers, false);
        return arguments.scratch ? of(type, signature, roles, types, forms, buffers, true) : arguments;
    }

    private static Arguments of(FunctionType type, Signature signature, ParameterRoles roles, TypeMapper types,
            ValueForms forms, boolean buffers, boolean hasScratch) {
        Arguments arguments = new Arguments(types, forms, roles, hasScratch);
        JavaValue result = signature.result();
        if (result.kind() == JavaValue.Kind.RECORD) {
            arguments.allocator(result);
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            JavaValue value = signature.parameters().get(i);
            String name = signature.names().get(i);
            CType parameter = type.parameters().get(i).type();
            int place = i;
            arguments.demanded = roles.alignmentBehind(i);
            Optional<String> length = roles.lengthOf(i)
                    .map(arrays -> roles.passed(place, length(arrays, roles, signature.names(), buffers)));
            if (roles.givenArrays().length(i).isPresent()) {
                arguments.addGivenLength(roles.givenArrays().length(i).get(), parameter, value, name);
            } else if (roles.out(i).isPresent()) {
                String declared = type.parameters().get(i).name();
                arguments.addOut(roles.out(i).get(), parameter, value, name, declared.isEmpty() ? name : declared,
                        roles.isGiven(i), length, roles.givenArrays().countedByResult(i));
            } else if (length.isPresent()) {
                arguments.addHidden(parameter, value, name, length.get());
            } else if (roles.isClosure(i)) {
                arguments.addHidden(parameter, value, name, "MemorySegment.NULL");
            } else if (roles.array(i, buffers).isPresent()) {
                arguments.addArray(roles.array(i, buffers).get(), parameter, value, name);
            } else if (roles.texts().isWide(parameter)) {
                arguments.addArray(roles.texts().wide(parameter), parameter, value, name);
            } else if (roles.isTaken(i)) {
                arguments.addTaken(parameter, value, name);
            } else if (roles.isRetained(i)) {
                arguments.addRetained(parameter, value, name);
            } else {
                arguments.add(parameter, value, name);
            }
        }
        arguments.resultIsLength = roles.givenArrays().isResultLength();
        arguments.statements.addAll(arguments.lengths);
        arguments.takeHandles();
        arguments.endTexts(type, roles);
        arguments.reads.replaceAll(read -> GivenArray.named(read, signature.names()));
        arguments.failures.replaceAll(failure -> GivenArray.named(failure, signature.names()));
        arguments.lastingResult = arguments.scratch && roles.mayLeadIntoCall(type.result())
                && !roles.texts().isText(type.result()) && roles.givenArrays().result().isEmpty();
        arguments.lasting |= arguments.lastingResult;
        return arguments;
    }

    /** Of what ends a handle: the method that calls C takes the address, which nothing guards; other pointers are NULL. */
    static Arguments ofHandle(OwnedHandles.Closer closer, FunctionType type, Signature signature, String owner,
            ParameterRoles roles, TypeMapper types, ValueForms forms) {
        Arguments arguments = new Arguments(types, forms, roles, false);
        int handle = closer.parameter();
        String name = signature.names().get(handle);
        for (int i = 0; i < type.parameters().size(); i++) {
            arguments.toNative.add(i != handle
                    ? "MemorySegment.NULL"
                    : closer.atPlace()
                            ? "scratch.allocateFrom(java.lang.foreign.ValueLayout.ADDRESS, " + name + ")"
                            : name);
        }
        arguments.native_.add(new Parameter("MemorySegment", name));
        arguments.values.add(new Parameter(types.map(closer.handle(), owner).parameterType(), name));
        return arguments;
    }

    /** Of an address of a text of that type: a text in one of the buffers ends with that. */
    String ended(CType text, String address) {
        return buffers.isEmpty()
                ? address
                : "JavaArrays.ended(%s, %d, %s)".formatted(address, roles.texts().unitOf(text),
                        String.join(", ", buffers));
    }

    private void endTexts(FunctionType type, ParameterRoles roles) {
        List<Parameter> all = List.copyOf(outs);
        int next = 0;
        for (int i = 0; i < type.parameters().size(); i++) {
            Optional<OutParameter> out = roles.givenArrays().length(i).isPresent() ? Optional.empty() : roles.out(i);
            if (out.isPresent()) {
                String address = placeOf(all.get(next++).name(), roles.isGiven(i)) + ".getSegment(0)";
                if (out.get().isTextOfOthers()) {
                    CType text = roles.texts().at(type.parameters().get(i).type());
                    // The name may be the end of another.
                    Pattern whole = Pattern.compile("(?<![\\w$])" + Pattern.quote(address));
                    String ended = Matcher.quoteReplacement(ended(text, address));
                    reads.replaceAll(read -> whole.matcher(read).replaceAll(ended));
                    failures.replaceAll(failure -> whole.matcher(failure).replaceAll(ended));
                }
            }
        }
    }

    private static String placeOf(String name, boolean given) {
        return given ? name + "Place_" : name;
    }

    /** What C leaves at those places are handles instead of those that are given, which it has freed then. */
    void replaceHandles(List<String> names) {
        for (String name : names) {
            String left = Stream.concat(Stream.of(name), names.stream().filter(other -> !other.equals(name)))
                    .map(Arguments::left)
                    .collect(Collectors.joining(", "));
            reads.replaceAll(
                    each -> each.equals(left(name)) ? "OwnedPointer.replaced(" + name + ", " + left + ")" : each);
        }
        statements.add("OwnedPointer.lend(" + String.join(", ", names) + ")");
        failures.addFirst("OwnedPointer.notReplaced(" + String.join(", ", names) + ")");
    }

    /** Whether one of several values that C wrote is freed once it is read: if that fails, the others must not be lost. */
    boolean takesOneOfSeveral() {
        return taken.isEmpty() && reads.size() > 1 && reads.stream().anyMatch(read -> read.contains(".takeSegment()"));
    }

    private static String left(String name) {
        return name + "Place_.get()";
    }

    private void allocator(JavaValue result) {
        native_.add(new Parameter("SegmentAllocator", "allocator"));
        toNative.add("new ReturnBuffer(allocator.allocate(" + result.call().layout() + "))");
        conversions.add("scratch");
        scratch = true;
    }

    private void add(CType type, JavaValue value, String name) {
        boolean nonnull = types.isNonnull(type);
        if (types.isText(type) && demanded.isEmpty()) {
            native_.add(new Parameter("MemorySegment", name));
            toNative.add(name);
            values.add(new Parameter(nonnull ? "String" : "@Nullable String", name));
            conversions.add(roles.texts().toNative(nonnull ? checked(name) : name));
            scratch = true;
            text = true;
        } else if (value.kind() == JavaValue.Kind.RECORD) {
            byValue(value, name);
        } else {
            String javaType = nonnull ? withoutNull(value.parameterType()) : value.parameterType();
            native_.add(new Parameter(javaType, name));
            toNative.add(aligned(value.call().toNative(nonnull || value.isAsked() ? checked(name) : name), name));
            values.add(new Parameter(javaType, name));
            conversions.add(name);
        }
    }

    /** The number of elements of arrays, which is the same. */
    private static String length(List<Integer> arrays, ParameterRoles roles, List<String> names, boolean buffers) {
        List<String> lengths = arrays.stream()
                .map(i -> roles.array(i, buffers).orElseThrow().length().replace("$", names.get(i)))
                .toList();
        return lengths.size() == 1 ? lengths.getFirst() : "JavaArrays.same(" + String.join(", ", lengths) + ")";
    }

    /** What the method that takes Java values knows by itself. */
    private void addHidden(CType type, JavaValue value, String name, String known) {
        addNative(type, value, name);
        conversions.add(known);
        converted = true;
    }

    private void addNative(CType type, JavaValue value, String name) {
        boolean nonnull = types.isNonnull(type);
        native_.add(new Parameter(nonnull ? withoutNull(value.parameterType()) : value.parameterType(), name));
        toNative.add(aligned(value.call().toNative(nonnull ? checked(name) : name), name));
    }

    private String aligned(String address, String name) {
        return OverAligned.checked(demanded, address, name);
    }

    private void addArray(ArrayParameter given, CType type, JavaValue value, String name) {
        boolean nonnull = types.isNonnull(type);
        ArrayParameter array = nonnull ? given.nonnull() : given;
        if (types.isText(type)) {
            native_.add(new Parameter("MemorySegment", name));
            toNative.add(name);
            text = true;
        } else {
            addNative(type, value, name);
        }
        values.add(new Parameter(array.type(), name));
        if (nonnull) {
            statements.add(checked(name));
        }
        if (array.type().startsWith("java.nio.") && array.isCopied()) {
            buffers.add(name + "Array_");
        }
        array.before().forEach(statement -> statements.add(beside(statement, array).replace("$", name)));
        if (array.isCopied()) {
            copied.put(name, array);
        }
        conversions.add(array.passed().replace("$", name));
        if (!array.after().isEmpty()) {
            after.add(array.after().replace("$", name));
        }
        scratch |= array.isInScratch();
        converted = true;
    }

    /** Where one array may be two arguments and C writes to one of them, both must be one copy. */
    private String beside(String statement, ArrayParameter array) {
        List<String> earlier = copied.entrySet()
                .stream()
                .filter(other -> other.getValue().type().equals(array.type()))
                .filter(other -> other.getValue().written() || array.written())
                .map(other -> other.getKey() + "Array_, " + other.getKey() + "Place_")
                .toList();
        return earlier.isEmpty()
                ? statement
                : statement.replace(ArrayParameter.COPY,
                        "JavaArrays.placeOf(scratch, $Array_, " + String.join(", ", earlier) + ")");
    }

    /** A handle that is closed behind the call: the method that calls C takes the address, which nothing guards. */
    private void addTaken(CType type, JavaValue value, String name) {
        boolean nonnull = types.isNonnull(type);
        native_.add(new Parameter("MemorySegment", name));
        toNative.add(name);
        values.add(new Parameter(nonnull ? withoutNull(value.parameterType()) : value.parameterType(), name));
        if (nonnull) {
            statements.add(checked(name));
        }
        conversions.add("Pointer.segmentOf(" + name + ")");
        taken.add(name);
        converted = true;
    }

    private void takeHandles() {
        if (!taken.isEmpty()) {
            String names = String.join(", ", taken);
            statements.add("OwnedPointer.giveAway(" + names + ")");
            failures.addFirst("OwnedPointer.notTaken(thrown, " + names + ")");
            after.addFirst("OwnedPointer.taken(" + names + ")");
        }
    }

    /** A text that C keeps: memory of the caller's, who knows for how long. */
    private void addRetained(CType type, JavaValue value, String name) {
        addNative(type, value, name);
        values.add(native_.getLast());
        conversions.add(name);
    }

    /** @param counted the array there whose length only the result tells, which a call that fails does not have */
    private void addOut(OutParameter out, CType type, JavaValue value, String name, String declared, boolean given,
            Optional<String> length, Optional<GivenArray> counted) {
        addNative(type, value, name);
        String place = name;
        if (length.isPresent()) {
            lengths.add(out.declare(place, length.get()));
        } else if (given) {
            values.add(new Parameter(out.given(), name));
            place = placeOf(name, true);
            after.addAll(out.isPointer()
                    ? List.of(RecordPointers.keep(name))
                    : forms.pointers().kept(out.given(), name));
        }
        conversions.add(place);
        if (length.isEmpty()) {
            statements.add(given
                    ? out.declare(place, out.isAsked() ? checked(name) : name)
                    : out.declare(place));
        }
        outs.add(new Parameter(out.type(), name));
        failures.add(failure(out, counted, declared, place));
        reads.add(out.read(place));
        lasting |= out.isLasting();
        scratch = true;
    }

    private static String failure(OutParameter out, Optional<GivenArray> counted, String declared, String place) {
        if (counted.isPresent() && counted.get().isFreed()) {
            return "LostResult.freeLeft(thrown, " + place + ".takeSegment(), " + counted.get().free() + ")";
        }
        String value = counted.isPresent() ? place + ".getSegment(0)" : out.read(place);
        return "ValueOfFailure.keep(thrown, " + Literals.ofString(declared) + ", " + place + ", () -> " + value + ")";
    }

    /** The place of the length of an array that C gives. */
    private void addGivenLength(OutParameter out, CType type, JavaValue value, String name) {
        addNative(type, value, name);
        statements.add(out.declare(name));
        conversions.add(name);
        scratch = true;
        converted = true;
    }

    private void byValue(JavaValue value, String name) {
        native_.add(new Parameter(value.parameterType() + ".Ptr", name));
        toNative.add(name + ".segment()");
        values.add(new Parameter(value.parameterType(), name));
        conversions.add(hasScratch
                ? forms.inScratch(value.parameterType(), checked(name))
                : forms.anywhere(value.parameterType(), checked(name)));
        scratch |= forms.needsScratch(value.parameterType());
        after.addAll(forms.pointers().kept(value.parameterType(), name));
        converted = true;
    }

    /** Whether Java, which sees no type arguments, would take the two methods for one. */
    boolean haveOneErasure() {
        return native_.stream().map(Arguments::erased).toList().equals(values.stream().map(Arguments::erased).toList());
    }

    private static String erased(Parameter parameter) {
        return GONE.matcher(parameter.type()).replaceAll("");
    }

    /** The arguments of a variadic call that the header does not declare; the handle takes them first. */
    void addFurther() {
        String name = "arguments";
        while (isTaken(name)) {
            name += "_";
        }
        native_.add(new Parameter("Object...", name));
        toNative.addFirst(roles.texts().furtherToNative(name));
        further = true;
        values.add(new Parameter("Object...", name));
        conversions.add(name);
    }

    private boolean isTaken(String name) {
        return values.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private static String withoutNull(String type) {
        return type.startsWith(TypeMapper.NULLABLE) ? type.substring(TypeMapper.NULLABLE.length()) : type;
    }

    /** So that the exception says which one was null. */
    private static String checked(String name) {
        return "Objects.requireNonNull(" + name + ", \"" + name + "\")";
    }
}
