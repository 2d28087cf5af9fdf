package org.ffigen.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a library's headers declare: the value every stage of the generator takes and gives.
 *
 * @param library the name the dynamic loader knows it by, such as {@code z}
 * @param headers as a user would include them
 * @param arguments the compiler arguments that change what the headers mean (no paths)
 * @param targets by target id
 * @param declarations by id; a type that is referred to is here, or the reference is a builtin
 * @param skipped what is missing, in order
 */
public record NativeApi(String library, List<String> headers, List<String> arguments,
        SortedMap<String, Target> targets, SortedMap<DeclId, Declaration> declarations, List<Skipped> skipped) {

    public NativeApi {
        headers = List.copyOf(headers);
        arguments = List.copyOf(arguments);
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        declarations = Collections.unmodifiableSortedMap(new TreeMap<>(declarations));
        skipped = skipped.stream().sorted().distinct().toList();
    }

    public NativeApi(String library, List<String> headers, List<String> arguments, Map<String, Target> targets,
            Collection<Declaration> declarations, List<Skipped> skipped) {
        this(library, headers, arguments, new TreeMap<>(targets), byId(declarations), skipped);
    }

    /** The declaration of that id. */
    public Optional<Declaration> find(DeclId id) {
        return Optional.ofNullable(declarations.get(id));
    }

    /** The declarations of one kind, by name. */
    public <D extends Declaration> List<D> all(Class<D> kind) {
        return declarations.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static SortedMap<DeclId, Declaration> byId(Collection<Declaration> declarations) {
        SortedMap<DeclId, Declaration> map = new TreeMap<>();
        declarations.forEach(d -> map.put(d.id(), d));
        return map;
    }
}
