package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ffigen.config.KeptNames;
import org.ffigen.config.Rename;
import org.ffigen.diagnostic.Diagnostics;

/** Gives names in scopes, and keeps account of those that are other than expected. */
final class NameClaims {

    private final KeptNames kept;
    private final Diagnostics diagnostics;
    private final List<GivenName> given = new ArrayList<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final Set<String> living;
    /** Who has the names of generated types now, by the keys that had them before: each name is given once. */
    private final Map<String, String> heirs = new HashMap<>();
    private final Set<String> robbed = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    /**
     * @param kept what names were before
     * @param living keys of generated types that are known to be there still, so that nothing else gets their names
     */
    NameClaims(KeptNames kept, Set<String> living, Diagnostics diagnostics) {
        this.kept = kept;
        this.living = living;
        this.diagnostics = diagnostics;
    }

    /** The names of declarations in one scope, in their order; an empty one for {@link NameRequest#NONE}. */
    List<String> claim(List<NameRequest> requests, NameScope scope) {
        String[] names = new String[requests.size()];
        for (Turn turn : Turn.values()) {
            for (int i = 0; i < names.length; i++) {
                NameRequest request = requests.get(i);
                if (request == NameRequest.NONE) {
                    names[i] = "";
                } else if (turn(request) == turn) {
                    names[i] = claim(request, scope, null);
                }
            }
        }
        return List.of(names);
    }

    /** When that name is to be claimed. */
    Turn turn(NameRequest request) {
        return request.rename().isPresent() ? Turn.RENAMED : kept(request).isPresent() ? Turn.KEPT : Turn.NEW;
    }

    /** What it was called before, if the rules are still such that it can be. */
    private Optional<String> kept(NameRequest request) {
        return kept.find(request.key()).filter(request::allows);
    }

    /**
     * The name that a declaration gets: the one the user decides, else the one it had, else the first of those it
     * prefers that is free, else the last of them with underscores.
     *
     * @param scope where it must be unique
     * @param other where nobody may have exactly this name either, or null
     */
    String claim(NameRequest request, NameScope scope, NameScope other) {
        String name = given(request, scope, other);
        names.put(request.key(), name);
        return name;
    }

    private String given(NameRequest request, NameScope scope, NameScope other) {
        if (request.rename().isPresent()) {
            String wanted = request.rename().get().java().text();
            if (!request.avoiding().apply(wanted).equals(wanted)) {
                diagnostics.add(Renames.invalid(request.rename().get(), "%s: the name %s of %s is taken: %s".formatted(
                        request.rename().get().java().by(), wanted, request.c(), ReservedNames.reason(wanted)),
                        "it may be %s".formatted(request.avoiding().apply(wanted))));
            }
            return renamed(request.c(), request.rename().get(), scope);
        }
        String best = request.preferred().getFirst();
        Optional<String> owner = owner(best, scope, other);
        Optional<String> before = kept(request);
        String name = Stream.concat(before.stream(), request.preferred().stream())
                .filter(candidate -> owner(candidate, scope, other).isEmpty())
                .findFirst()
                .orElseGet(() -> decorated(request, scope, other));
        owner.map(o -> "%s is %s".formatted(best, o))
                .or(request::decoration)
                .or(() -> before.filter(name::equals).filter(n -> !n.equals(best)).map(_ -> "it was called so before"))
                .ifPresent(reason -> given.add(new GivenName(request.c(), name, reason)));
        scope.take(name, request.c());
        return name;
    }

    /** The name that the user decides for something whose name is asked for more than once; that is told once. */
    String renamedOnce(String c, Rename rename, NameScope scope) {
        if (told.add(c)) {
            return renamed(c, rename, scope);
        }
        scope.take(rename.java().text(), c);
        return rename.java().text();
    }

    private String renamed(String c, Rename rename, NameScope scope) {
        String name = rename.java().text();
        Optional<String> owner = scope.owner(name);
        if (owner.isPresent()) {
            diagnostics.add(Renames.invalid(rename, "%s: the name %s of %s is %s".formatted(rename.java().by(), name,
                    c, owner.get()), "every name is given once in its scope"));
        }
        scope.take(name, c);
        given.add(new GivenName(c, name, "your rules say so"));
        return name;
    }

    /** With underscores, which may make it a name that generated code uses. */
    private static String decorated(NameRequest request, NameScope scope, NameScope other) {
        String name = request.preferred().getLast();
        do {
            name = request.avoiding().apply(name + "_");
        } while (owner(name, scope, other).isPresent());
        return name;
    }

    /** A type and a constant of one name are apart if their case differs: only files are compared without it. */
    private static Optional<String> owner(String name, NameScope scope, NameScope other) {
        return scope.owner(name).or(() -> other == null ? Optional.empty() : other.exactOwner(name));
    }

    /**
     * The nearest free name for a type that C has no name for.
     *
     * @param key what it is kept by
     */
    String generated(String key, String preferred, NameScope scope) {
        return generated(key, key, preferred, scope);
    }

    /**
     * The nearest free name for a type that C has no name for and that stands at a place. The only type of that place
     * that there was before is this one, though C writes it otherwise now: with a typedef, or other names of parameters.
     * It is not if C still has the one there was, which shows only when that asks for its name too: see
     * {@link #robbed()}.
     *
     * @param key what it is kept by: begins with the place
     */
    String generatedAt(String place, String key, String preferred, NameScope scope) {
        String own = numbered(key);
        String before = predecessor(place, own);
        if (heirs.putIfAbsent(before, own) == null) {
            return generated(own, before, preferred, scope);
        }
        robbed.add(before);
        return scope.claim(preferred);
    }

    /** Types without names may be written alike though they are not. */
    private String numbered(String key) {
        String numbered = key;
        for (int number = 2; names.containsKey(numbered); number++) {
            numbered = key + " " + number;
        }
        return numbered;
    }

    /** By what the name of that type was kept until now. */
    private String predecessor(String place, String key) {
        List<String> before = kept.names().keySet().stream().filter(known -> known.startsWith(place)).toList();
        boolean isOther = before.size() == 1
                && !living.contains(before.getFirst())
                && !heirs.containsKey(before.getFirst());
        return isOther ? before.getFirst() : key;
    }

    /** The keys of types whose names went to others that asked first: they must be given again, with these living. */
    Set<String> robbed() {
        return robbed;
    }

    private String generated(String key, String before, String preferred, NameScope scope) {
        String name = kept.find(before)
                .filter(wish(key, preferred)::allows)
                .filter(n -> scope.owner(n).filter(owner -> !owner.equals(before)).isEmpty())
                .orElseGet(() -> scope.claim(preferred));
        scope.take(name, key);
        names.put(key, name);
        return name;
    }

    /**
     * The nearest free name for a second method.
     *
     * @param c what it is called in {@link #given()}
     */
    String second(String key, String preferred, NameScope scope, String c) {
        Optional<String> owner = scope.owner(preferred).filter(other -> !other.equals(key));
        String name = generated(key, preferred, scope);
        if (!name.equals(preferred)) {
            given.add(new GivenName(c, name,
                    owner.map(o -> "%s is %s".formatted(preferred, o)).orElse("it was called so before")));
        }
        return name;
    }

    private static NameRequest wish(String key, String preferred) {
        return new NameRequest(key, List.of(preferred), UnaryOperator.identity(), Optional.empty(), Optional.empty());
    }

    /** Keeps the names of types that C has no names for from what is new. */
    void reserveGenerated(String prefix, NameScope scope) {
        kept.names().forEach((key, name) -> {
            if (key.startsWith(prefix)) {
                scope.take(name, key);
            }
        });
    }

    /** All names by what they are kept by. */
    SortedMap<String, String> names() {
        return names;
    }

    List<GivenName> given() {
        return given.stream().sorted(Comparator.comparing(GivenName::c).thenComparing(GivenName::java)).toList();
    }
}
