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
        List<String> codes = new ArrayList<>();
        parameters.forEach(parameter -> codes.add(parameter.call().code()));
        boolean letters = codes.stream().allMatch(code -> code.length() == 1);
        String name = "Call_" + result.call().code()
                + (codes.isEmpty() ? "" : "_" + String.join(letters ? "" : "_", codes));
        String descriptor = descriptor(result, parameters);
        while (calls.containsKey(name) && !calls.get(name).descriptor().equals(descriptor)) {
            name += "_";
        }
        calls.put(name, new Call(name, descriptor));
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
