package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ffigen.java.LibraryClass.Call;

/** The call shapes in use: functions of one shape share a descriptor, a handle and a method. */
final class CallShapes {

    private static final String LIBRARY = "LIBRARY";
    /** The layouts for which the runtime has a letter. */
    private static final Map<String, String> SCALARS = Map.of("A", "ADDRESS", "B", "JAVA_BYTE", "C", "JAVA_CHAR", "D",
            "JAVA_DOUBLE", "F", "JAVA_FLOAT", "I", "JAVA_INT", "J", "JAVA_LONG", "S", "JAVA_SHORT", "Z",
            "JAVA_BOOLEAN");

    private final SortedMap<String, Call> calls = new TreeMap<>();

    /** How the functions of a shape are called. */
    private record Invocation(String prefix, String suffix, String handleType, String handle, String invoke) {

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
        return use(Invocation.exact("", "LIBRARY.downcall(DESCRIPTOR)"), library, result, parameters);
    }

    /** The shape whose parameters from {@code firstVariadic} on are passed as variadic ones. */
    String useInstance(JavaValue result, List<JavaValue> parameters, int firstVariadic) {
        return use(Invocation.exact("_from" + firstVariadic,
                "LIBRARY.downcallVariadic(DESCRIPTOR, " + firstVariadic + ")"), LIBRARY, result, parameters);
    }

    /** The shape with any further arguments. */
    String useVariadic(String library, JavaValue result, List<JavaValue> parameters) {
        return use(Invocation.further("Variadic_", "LIBRARY.variadic(DESCRIPTOR)"), library, result, parameters);
    }

    /** The shape that declares no parameters at all. */
    String useUnprototyped(String library, JavaValue result) {
        return use(Invocation.further("Unprototyped_", "LIBRARY.unprototyped(DESCRIPTOR)"), library, result,
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
        return new Call(name, descriptor(result, parameters), invocation.handleType(), invocation.handle(),
                invocation.invoke(), library, List.copyOf(types),
                result.call().type());
    }

    private static String descriptor(JavaValue result, List<JavaValue> parameters) {
        if (Stream.concat(Stream.of(result), parameters.stream()).allMatch(CallShapes::hasLetter)) {
            String letters = parameters.stream().map(p -> p.call().code()).collect(Collectors.joining());
            return "NativeLibrary.descriptor(\"" + result.call().code() + (letters.isEmpty() ? "" : "_") + letters + "\")";
        }
        String layouts = parameters.stream().map(p -> p.call().layout()).collect(Collectors.joining(", "));
        if (result.kind() == JavaValue.Kind.VOID) {
            return "FunctionDescriptor.ofVoid(" + layouts + ")";
        }
        return "FunctionDescriptor.of(" + result.call().layout() + (layouts.isEmpty() ? "" : ", " + layouts) + ")";
    }

    private static boolean hasLetter(JavaValue value) {
        return value.kind() == JavaValue.Kind.VOID
                || value.call().layout().equals(SCALARS.get(value.call().code()));
    }

    List<Call> all() {
        return List.copyOf(calls.values());
    }
}
