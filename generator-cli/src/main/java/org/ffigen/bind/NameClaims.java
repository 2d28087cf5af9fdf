package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.ffigen.config.Rename;
import org.ffigen.diagnostic.Diagnostics;

/** Gives names in scopes, and keeps account of those that are other than expected. */
final class NameClaims {

    private final Diagnostics diagnostics;
    private final List<GivenName> given = new ArrayList<>();

    NameClaims(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * The name that a declaration gets: the one the user decides, else the first of those it prefers that is free, else
     * the last of them with underscores.
     *
     * @param scope where it must be unique
     * @param other where nobody may have exactly this name either, or null
     */
    String claim(NameRequest request, NameScope scope, NameScope other) {
        if (request.rename().isPresent()) {
            return renamed(request, request.rename().get(), scope);
        }
        String best = request.preferred().getFirst();
        Optional<String> owner = owner(best, scope, other);
        String name = request.preferred()
                .stream()
                .filter(candidate -> owner(candidate, scope, other).isEmpty())
                .findFirst()
                .orElseGet(() -> decorated(request, scope, other));
        owner.map(o -> "%s is %s".formatted(best, o))
                .or(request::decoration)
                .ifPresent(reason -> given.add(new GivenName(request.c(), name, reason)));
        scope.take(name, request.c());
        return name;
    }

    private String renamed(NameRequest request, Rename rename, NameScope scope) {
        String name = rename.java().text();
        Optional<String> owner = scope.owner(name);
        if (owner.isPresent()) {
            diagnostics.add(Renames.invalid(rename, "%s: the name %s of %s is %s".formatted(rename.java().by(), name,
                    request.c(), owner.get()), "every name is given once in its scope"));
        }
        scope.take(name, request.c());
        given.add(new GivenName(request.c(), name, "your rules say so"));
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

    List<GivenName> given() {
        return given.stream().sorted(Comparator.comparing(GivenName::c).thenComparing(GivenName::java)).toList();
    }
}
