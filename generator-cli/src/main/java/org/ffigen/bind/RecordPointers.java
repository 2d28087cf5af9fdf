package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where Java's records have pointers. C gets the addresses in a copy of the record, and it is the record that keeps what
 * lies there from being collected.
 */
final class RecordPointers {

    private record Component(String name, JavaValue value) {}

    private final Map<String, List<Component>> components = new HashMap<>();

    /** Notes a component of a record. */
    void add(String record, String name, JavaValue value) {
        if (value.kind() == JavaValue.Kind.POINTER || value.kind() == JavaValue.Kind.RECORD) {
            components.computeIfAbsent(record, _ -> new ArrayList<>()).add(new Component(name, value));
        }
    }

    /** The expressions of all pointers in a value of that type. */
    List<String> in(String record, String value) {
        return components.getOrDefault(record, List.of())
                .stream()
                .flatMap(component -> {
                    String part = value + "." + component.name() + "()";
                    return component.value().kind() == JavaValue.Kind.POINTER
                            ? Stream.of(part)
                            : in(component.value().resultType(), part).stream();
                })
                .toList();
    }

    /** The records whose values have function pointers. */
    Set<String> withFunctions() {
        return components.keySet().stream().filter(this::hasFunction).collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasFunction(String record) {
        return components.getOrDefault(record, List.of())
                .stream()
                .map(Component::value)
                .anyMatch(value -> value.kind() == JavaValue.Kind.RECORD
                        ? hasFunction(value.resultType())
                        : value.resultType().startsWith("FunctionPointer<"));
    }

    /** The statement after a call that keeps a value of that type until then; none of one without pointers. */
    List<String> kept(String record, String value) {
        return in(record, value).isEmpty()
                ? List.of()
                : List.of(keep(value));
    }

    /** The statement that keeps a value, and what it points to, until then. */
    static String keep(String value) {
        return "java.lang.ref.Reference.reachabilityFence(" + value + ")";
    }
}
