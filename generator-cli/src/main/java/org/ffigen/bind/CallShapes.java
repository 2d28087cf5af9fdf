package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ffigen.java.LibraryClass.Call;

/** The call shapes in use: functions of one shape share a descriptor, a handle and a method. */
final class CallShapes {

    private static final String LIBRARY = "LIBRARY";
    private final SortedMap<String, Call> calls = new TreeMap<>();
    /** Of the shapes whose descriptor is kept. */
    private final Map<String, String> descriptors = new HashMap<>();
    private boolean upcalls;

    /** How the functions of a shape are called. */
    private record Invocation(String prefix, String suffix, String handleType, String handle, String invoke) {

        /** The expression of the handle. @param descriptor an expression, which a text may stand for */
        private String handle(CallDescriptor descriptor) {
            return handle.replace("$", handle.startsWith("LIBRARY.downcall(")
                    ? descriptor.shortest()
                    : descriptor.expression());
        }

        private static Invocation exact(String suffix, String handle) {
            return new Invocation("Call_", suffix, "MethodHandle", handle, "invokeExact");
        }

        /** With arguments that the header does not declare. */
        private static Invocation further(String prefix, String handle) {
            return new Invocation(prefix, "", "VariadicCall", handle, "call");
        }
    }

    /** The name of that shape of the library's own functions: {@code Call_I_AA} is {@code int f(pointer, pointer)}. */
    String use(JavaValue result, List<JavaValue> parameters) {
        return use(LIBRARY, result, parameters);
    }

    /** @param library the field of the library that is called */
    String use(String library, JavaValue result, List<JavaValue> parameters) {
        return use(Invocation.exact("", "LIBRARY.downcall($)"), library, result, parameters);
    }

    /** The shape whose parameters from {@code firstVariadic} on are passed as variadic ones. */
    String useInstance(JavaValue result, List<JavaValue> parameters, int firstVariadic) {
        return use(Invocation.exact("_from" + firstVariadic,
                "LIBRARY.downcallVariadic($, " + firstVariadic + ")"), LIBRARY, result, parameters);
    }

    /** The shape with any further arguments. */
    String useVariadic(String library, JavaValue result, List<JavaValue> parameters) {
        return use(Invocation.further("Variadic_", "LIBRARY.variadic($)"), library, result, parameters);
    }

    /** The shape that declares no parameters at all. */
    String useUnprototyped(String library, JavaValue result) {
        return use(Invocation.further("Unprototyped_", "LIBRARY.unprototyped($)"), library, result,
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
        parameters.forEach(parameter -> types.add(parameter.call().type()));
        return new Call(name, "", invocation.handleType(), invocation.handle(CallDescriptor.of(result, parameters)),
                invocation.invoke(), library, List.copyOf(types),
                result.call().type());
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
        if (descriptor.isText()) {
            return new Upcall(name, descriptor.shortest());
        }
        descriptors.put(name, descriptor.expression());
        return new Upcall(name, "$." + name + ".DESCRIPTOR");
    }

    /** Whether a callback uses one. */
    boolean hasUpcalls() {
        return upcalls;
    }

    List<Call> all() {
        return calls.values().stream().map(this::described).toList();
    }

    private Call described(Call call) {
        return descriptors.containsKey(call.name())
                ? new Call(call.name(), descriptors.get(call.name()), call.handleType(),
                        "LIBRARY.downcall(DESCRIPTOR)", call.invoke(), call.library(), call.parameters(),
                        call.carrier())
                : call;
    }
}
