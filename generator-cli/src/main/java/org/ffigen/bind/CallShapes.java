package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ffigen.java.LibraryClass.Call;

/** The call shapes in use: functions of one shape share a descriptor and a handle. */
final class CallShapes {

    private final SortedMap<String, Call> calls = new TreeMap<>();

    /** The holder's name for that shape: {@code Call_I_AA} is {@code int f(pointer, pointer)}. */
    String use(JavaValue result, List<JavaValue> parameters) {
        return use("Call_", "", "MethodHandle", "LIBRARY.downcall(DESCRIPTOR)", result, parameters);
    }

    /** The holder of a shape whose parameters from {@code firstVariadic} on are passed as variadic ones. */
    String useInstance(JavaValue result, List<JavaValue> parameters, int firstVariadic) {
        return use("Call_", "_from" + firstVariadic, "MethodHandle",
                "LIBRARY.downcallVariadic(DESCRIPTOR, " + firstVariadic + ")", result, parameters);
    }

    /** The holder of a shape with any further arguments. */
    String useVariadic(JavaValue result, List<JavaValue> parameters) {
        return use("Variadic_", "", "VariadicCall", "LIBRARY.variadic(DESCRIPTOR)", result, parameters);
    }

    /** The holder of a shape that declares no parameters at all. */
    String useUnprototyped(JavaValue result) {
        return use("Unprototyped_", "", "VariadicCall", "LIBRARY.unprototyped(DESCRIPTOR)", result, List.of());
    }

    private String use(String prefix, String suffix, String handleType, String handle, JavaValue result,
            List<JavaValue> parameters) {
        List<String> codes = new ArrayList<>();
        parameters.forEach(parameter -> codes.add(parameter.call().code()));
        boolean letters = codes.stream().allMatch(code -> code.length() == 1);
        String name = prefix + result.call().code()
                + (codes.isEmpty() ? "" : "_" + String.join(letters ? "" : "_", codes)) + suffix;
        Call call = new Call(name, descriptor(result, parameters), handleType, handle);
        while (calls.containsKey(name) && !calls.get(name).equals(call)) {
            name += "_";
            call = new Call(name, call.descriptor(), handleType, handle);
        }
        calls.put(name, call);
        return name;
    }

    private static String descriptor(JavaValue result, List<JavaValue> parameters) {
        String layouts = parameters.stream().map(p -> p.call().layout()).collect(Collectors.joining(", "));
        if (result.kind() == JavaValue.Kind.VOID) {
            return "FunctionDescriptor.ofVoid(" + layouts + ")";
        }
        return "FunctionDescriptor.of(" + result.call().layout() + (layouts.isEmpty() ? "" : ", " + layouts) + ")";
    }

    List<Call> all() {
        return List.copyOf(calls.values());
    }
}
