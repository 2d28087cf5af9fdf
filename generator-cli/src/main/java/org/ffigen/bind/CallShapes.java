package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ffigen.java.LibraryClass.Call;

/** The call shapes in use: functions of one shape share a descriptor, a handle and a method. */
final class CallShapes {

    private static final String LIBRARY = "LIBRARY";
    private static final String DOWNCALL = "LIBRARY.downcall($)";
    private final SortedMap<String, Call> calls = new TreeMap<>();
    private boolean upcalls;

    /**
     * What calls of a shape do beside calling.
     *
     * @param state whether they leave the system's error code in memory that is passed before the parameters
     * @param freed whether they free what C gave, should a callback have thrown
     */
    record Extra(boolean state, boolean freed) {

        static final Extra NONE = new Extra(false, false);
    }

    /** How the functions of a shape are called. */
    private record Invocation(String prefix, String suffix, String handleType, String handle, String invoke,
            boolean state, boolean freed) {

        /** The expression of the handle. A text stands for a descriptor where the runtime takes one. */
        private String handle(CallDescriptor descriptor) {
            if (!descriptor.isText()) {
                return handle.replace("$", "DESCRIPTOR");
            }
            if (handle.equals(DOWNCALL)) {
                return "downcallHandle(" + descriptor.text() + ")";
            }
            boolean takesText = invoke.equals("invokeExact") && handle.endsWith("($)");
            return handle.replace("$", takesText ? descriptor.text() : descriptor.expression());
        }

        private static Invocation exact(String suffix, String handle) {
            return new Invocation("Call_", suffix, "MethodHandle", handle, "invokeExact", false, false);
        }

        /** With arguments that the header does not declare. */
        private static Invocation further(String prefix, String handle) {
            return new Invocation(prefix, "", "VariadicCall", handle, "call", false, false);
        }

        /** The same, or with more to do. */
        private Invocation with(Extra extra) {
            return new Invocation(prefix, suffix + (extra.state ? "_state" : "") + (extra.freed ? "_freed" : ""),
                    handleType, extra.state ? handle.replaceFirst("\\(", "WithState(") : handle, invoke,
                    extra.state, extra.freed);
        }
    }

    /** The name of that shape of the library's own functions: {@code Call_I_AA} is {@code int f(pointer, pointer)}. */
    String use(JavaValue result, List<JavaValue> parameters) {
        return use(LIBRARY, result, parameters, Extra.NONE);
    }

    /** @param library the field of the library that is called */
    String use(String library, JavaValue result, List<JavaValue> parameters, Extra extra) {
        return use(Invocation.exact("", DOWNCALL).with(extra), library, result, parameters);
    }

    /** The shape whose calls leave the thread one of Java's, and take memory of the Java heap. */
    String useCritical(String library, JavaValue result, List<JavaValue> parameters, Extra extra) {
        return use(Invocation.exact("_critical", "LIBRARY.downcallCritical($)").with(extra), library, result,
                parameters);
    }

    /** The shape whose parameters from {@code firstVariadic} on are passed as variadic ones. */
    String useInstance(JavaValue result, List<JavaValue> parameters, int firstVariadic, Extra extra) {
        return use(Invocation.exact("_from" + firstVariadic,
                "LIBRARY.downcallVariadic($, " + firstVariadic + ")").with(extra), LIBRARY, result, parameters);
    }

    /** The shape with any further arguments. */
    String useVariadic(String library, JavaValue result, List<JavaValue> parameters, Extra extra) {
        return use(Invocation.further("Variadic_", "LIBRARY.variadic($)").with(extra), library, result, parameters);
    }

    /** The shape that declares no parameters at all. */
    String useUnprototyped(String library, JavaValue result, Extra extra) {
        return use(Invocation.further("Unprototyped_", "LIBRARY.unprototyped($)").with(extra), library, result,
                List.of());
    }

    private String use(Invocation invocation, String library, JavaValue result, List<JavaValue> parameters) {
        List<String> codes = new ArrayList<>();
        parameters.forEach(parameter -> codes.add(parameter.call().code()));
        boolean letters = codes.stream().allMatch(code -> code.length() == 1);
        String name = invocation.prefix() + result.call().code()
                + (codes.isEmpty() ? "" : "_" + String.join(letters ? "" : "_", codes)) + invocation.suffix()
                + (library.equals(LIBRARY) ? "" : "_" + library);
        Call call = call(name, invocation, library, result, parameters);
        while (calls.containsKey(name) && !calls.get(name).equals(call)) {
            name += "_";
            call = call(name, invocation, library, result, parameters);
        }
        calls.put(name, call);
        return name;
    }

    private static Call call(String name, Invocation invocation, String library, JavaValue result,
            List<JavaValue> parameters) {
        List<String> types = new ArrayList<>();
        if (invocation.invoke().equals("call")) {
            types.add("Object[]");
        }
        if (result.kind() == JavaValue.Kind.RECORD) {
            types.add("SegmentAllocator");
        }
        if (invocation.state()) {
            types.add("MemorySegment");
        }
        parameters.forEach(parameter -> types.add(parameter.call().type()));
        CallDescriptor descriptor = CallDescriptor.of(result, parameters);
        return new Call(name, descriptor.layouts(), invocation.handleType(), invocation.handle(descriptor),
                invocation.invoke(), library, List.copyOf(types),
                result.call().type(), invocation.freed());
    }

    /**
     * A shape that C calls too.
     *
     * @param descriptor the expression of its descriptor, or of the text that stands for it; {@code $} is the library
     *        class
     */
    record Upcall(String name, String descriptor) {}

    /** The shape of a callback, which keeps its descriptor for the function pointers to make. */
    Upcall useForUpcall(JavaValue result, List<JavaValue> parameters) {
        String name = use(result, parameters);
        upcalls = true;
        CallDescriptor descriptor = CallDescriptor.of(result, parameters);
        return new Upcall(name, descriptor.isText() ? descriptor.text() : "$." + name + ".DESCRIPTOR");
    }

    /** Whether a callback uses one. */
    boolean hasUpcalls() {
        return upcalls;
    }

    List<Call> all() {
        return List.copyOf(calls.values());
    }
}
