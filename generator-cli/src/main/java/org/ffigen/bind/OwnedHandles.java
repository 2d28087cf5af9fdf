package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.ffigen.config.HandleRule;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/** The types whose pointers have an end, as the user says, and the functions that end them. */
final class OwnedHandles {

    /**
     * How a function ends a handle.
     *
     * @param type what the handle points to
     * @param parameter where the function takes it, from 0
     * @param handle the type of the handle
     * @param atPlace whether it takes the place of the handle: {@code jar **}
     */
    record Closer(DeclId type, int parameter, CType handle, boolean atPlace) {}

    private final NativeApi api;
    private final TypeMapper types;
    private final Lowering lowering;
    private final Map<String, Closer> closers = new HashMap<>();
    private final Map<DeclId, String> releases = new HashMap<>();

    OwnedHandles(List<HandleRule> rules, NativeApi api, TypeMapper types, Lowering lowering, Rulebook rulebook) {
        this.api = api;
        this.types = types;
        this.lowering = lowering;
        for (HandleRule rule : rules) {
            Optional<DeclId> type = type(rule.type().text());
            if (type.isEmpty() && isRecord(rule.type().text())) {
                rulebook.refuse(rule.type(), "Java looks inside a %s".formatted(rule.type().text()),
                        "what is excluded is a type that only the library can look inside: exclude: [\"struct:%s\"]"
                                .formatted(rule.type().text().replaceFirst("^.*:", "")));
            } else if (type.isEmpty()) {
                TreeSet<String> known = new TreeSet<>();
                api.all(OpaqueDecl.class).forEach(opaque -> known.add(opaque.name()));
                rulebook.unknown(rule.type(), "no type %s is bound that only the library can look inside".formatted(
                        rule.type().text()), known);
            } else {
                close(rule, type.get(), rulebook);
            }
        }
    }

    private void close(HandleRule rule, DeclId type, Rulebook rulebook) {
        String name = rulebook.target(rule.close().text());
        if (!rulebook.knows(name)) {
            rulebook.unknownFunction(rule.close());
            return;
        }
        if (!rulebook.isFreedByInstances(rule.close(), function(name))) {
            return;
        }
        closer(function(name), type).ifPresentOrElse(closer -> closers.put(name, closer),
                () -> rulebook.refuse(rule.close(), "%s does not free a %s".formatted(rule.close().text(),
                        rule.type().text()),
                        "what frees it takes one pointer to it, or to its place, and beside it pointers, which are NULL"));
    }

    private boolean isRecord(String name) {
        return api.all(RecordDecl.class)
                .stream()
                .map(RecordDecl::id)
                .anyMatch(id -> id.name().equals(name) || id.toString().equals(name));
    }

    /** By its own name, or that of a typedef of it or of a pointer to it. */
    private Optional<DeclId> type(String name) {
        DeclId typedef = DeclId.typedef(name.replaceFirst("^typedef:", ""));
        return byName(name).or(() -> api.find(typedef)
                .flatMap(found -> types.opaque(new CType.Named(typedef))
                        .or(() -> types.opaque(new CType.Pointer(new CType.Named(typedef))))));
    }

    private Optional<DeclId> byName(String name) {
        return api.all(OpaqueDecl.class)
                .stream()
                .map(OpaqueDecl::id)
                .filter(id -> id.name().equals(name.replaceFirst("^typedef:", "")) || id.toString().equals(name))
                .findFirst();
    }

    private FunctionDecl function(String name) {
        return (FunctionDecl) api.find(DeclId.function(name)).orElseThrow();
    }

    private Optional<Closer> closer(FunctionDecl function, DeclId type) {
        List<Closer> found = new ArrayList<>();
        FunctionType called = lowering.adjusted(function.calledType());
        List<CType> parameters = called.parameters().stream().map(FunctionType.Parameter::type).toList();
        List<FunctionType.Parameter> declared = function.calledType().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (isHandle(parameters.get(i), type)) {
                found.add(new Closer(type, i, parameters.get(i), false));
            } else if (lowering.resolve(parameters.get(i)) instanceof CType.Pointer place
                    && isHandle(place.pointee(), type)) {
                found.add(new Closer(type, i, place.pointee(), true));
            } else if (!mayBeNull(parameters.get(i)) || isArray(declared.get(i).type())) {
                return Optional.empty();
            }
        }
        boolean plain = !called.variadic() && function.hiddenParameters() == 0
                && types.map(called.result(), function.name()).kind() != JavaValue.Kind.RECORD;
        return plain && found.size() == 1
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    private boolean isHandle(CType parameter, DeclId type) {
        return types.opaque(parameter).filter(type::equals).isPresent();
    }

    private boolean mayBeNull(CType parameter) {
        return lowering.resolve(parameter) instanceof CType.Pointer && !types.isNonnull(parameter);
    }

    /** An array as a parameter is a pointer that C expects to lead to elements. */
    private boolean isArray(CType parameter) {
        return lowering.resolve(parameter) instanceof CType.Array;
    }

    /** How a function takes what it frees; empty if it frees nothing. */
    Optional<Closer> closer(FunctionDecl function) {
        return Optional.ofNullable(closers.get(function.name()));
    }

    /** Whether a function ends a handle. */
    boolean isCloser(FunctionDecl function) {
        return closers.containsKey(function.name());
    }

    /** Whether such a pointer has an end. */
    boolean isOwned(DeclId type) {
        return closers.values().stream().anyMatch(closer -> closer.type().equals(type));
    }

    /** Whether what has that type is such a pointer. */
    boolean isOwnedAt(CType type) {
        return types.opaque(type).filter(this::isOwned).isPresent();
    }

    /** Notes the method that calls that function with an address. */
    void calledBy(FunctionDecl function, String method) {
        releases.putIfAbsent(closers.get(function.name()).type(), method);
    }

    /** The method that frees what such a pointer points to, given its address; empty if it has no end. */
    String release(DeclId type) {
        return releases.getOrDefault(type, "");
    }
}
