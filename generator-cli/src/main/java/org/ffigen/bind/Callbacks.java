package org.ffigen.bind;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * The function-pointer types that something uses, in the order they are met. A typedef names its type; a function
 * pointer without one is named by where it stands: {@code Sqlite3Exec_Callback}, or {@code Exec_Callback} if names lose
 * the prefix.
 */
final class Callbacks {

    /** @param declaration how C writes it */
    record Callback(String name, FunctionType type, String declaration, Optional<String> comment) {}

    private final NativeApi api;
    private final Lowering lowering;
    private final DeclaredNames declared;
    private final TypeNames names;
    private final CSource source;
    private final SortedMap<String, Callback> met = new TreeMap<>();
    private final Deque<Callback> pending = new ArrayDeque<>();

    Callbacks(NativeApi api, Lowering lowering, DeclaredNames declared, CSource source) {
        this.api = api;
        this.lowering = lowering;
        this.declared = declared;
        this.names = declared.types();
        this.source = source;
    }

    /**
     * The interface of a function pointer.
     *
     * @param pointer a type that resolves to a function or a pointer to one
     * @param place what to call it if no typedef names it
     * @return empty if the JVM cannot call a function of that type
     */
    Optional<String> use(CType pointer, String place) {
        CType.Function function = TypeNames.functionOf(pointer, lowering).orElseThrow();
        if (lowering.refusal(function.signature()).isPresent()) {
            return Optional.empty();
        }
        TypedefDecl typedef = innermostTypedef(pointer.unqualified(), null);
        String name = typedef == null
                ? declared.place(place, function.signature(), source.declare(pointer, ""))
                : names.find(typedef.id()).orElseThrow();
        Callback known = met.get(name);
        if (known != null && !known.type().equals(function.signature())) {
            throw new IllegalStateException("two types would be one in Java: " + name);
        }
        if (known == null) {
            Callback callback = typedef == null
                    ? new Callback(name, function.signature(), source.declare(pointer, ""), Optional.empty())
                    : new Callback(name, function.signature(), source.typedef(typedef), typedef.comment());
            met.put(name, callback);
            pending.add(callback);
        }
        return Optional.of(name);
    }

    private TypedefDecl innermostTypedef(CType type, TypedefDecl last) {
        return switch (type) {
            case CType.Named named when api.find(named.id()).orElse(null) instanceof TypedefDecl typedef ->
                innermostTypedef(typedef.type().unqualified(), typedef);
            case CType.Pointer pointer when last == null -> innermostTypedef(pointer.pointee().unqualified(), null);
            default -> last;
        };
    }

    /** Whether something uses the type of that name in Java. */
    boolean has(String name) {
        return met.containsKey(name);
    }

    /** Takes the callbacks met since the last time; binding them may meet more. */
    List<Callback> takeNew() {
        List<Callback> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }
}
