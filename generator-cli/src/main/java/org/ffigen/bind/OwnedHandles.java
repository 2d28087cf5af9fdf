package org.ffigen.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.ffigen.config.HandleRule;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/** The types whose pointers have an end, as the user says, and the functions that end them. */
final class OwnedHandles {

    private final NativeApi api;
    private final TypeMapper types;
    private final Map<String, DeclId> closers = new HashMap<>();
    private final Map<DeclId, String> releases = new HashMap<>();
    private final Set<DeclId> throughShims = new HashSet<>();

    OwnedHandles(List<HandleRule> rules, NativeApi api, TypeMapper types, Rulebook rulebook) {
        this.api = api;
        this.types = types;
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
            } else if (!rulebook.knows(rule.close().text())) {
                rulebook.unknownFunction(rule.close());
            } else if (!isCloser(rule.close().text(), type.get())) {
                rulebook.refuse(rule.close(), "%s does not free a %s".formatted(rule.close().text(),
                        rule.type().text()), "what frees it takes a pointer to it, and nothing else");
            } else {
                closers.put(rule.close().text(), type.get());
            }
        }
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

    private boolean isCloser(String name, DeclId type) {
        FunctionDecl function = (FunctionDecl) api.find(DeclId.function(name)).orElseThrow();
        return function.calledType().parameters().size() == 1 && !function.calledType().variadic()
                && types.opaque(function.calledType().parameters().getFirst().type()).filter(type::equals).isPresent();
    }

    /** Whether a function frees what its one parameter points to. */
    boolean isCloser(FunctionDecl function) {
        return closers.containsKey(function.name());
    }

    /** Whether such a pointer has an end. */
    boolean isOwned(DeclId type) {
        return closers.containsValue(type);
    }

    /** Whether what has that type is such a pointer. */
    boolean isOwnedAt(CType type) {
        return types.opaque(type).filter(this::isOwned).isPresent();
    }

    /** Notes the method that calls that function with an address. */
    void calledBy(FunctionDecl function, String method) {
        releases.putIfAbsent(closers.get(function.name()), method);
        if (function.shim().isPresent()) {
            throughShims.add(closers.get(function.name()));
        }
    }

    /** Whether an instance of the library has that method too: those have no shims. */
    boolean isReleasedByInstances(DeclId type) {
        return releases.containsKey(type) && !throughShims.contains(type);
    }

    /** The method that frees what such a pointer points to, given its address; empty if it has no end. */
    String release(DeclId type) {
        return releases.getOrDefault(type, "");
    }
}
