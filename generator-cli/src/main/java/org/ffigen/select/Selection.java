package org.ffigen.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ffigen.config.SelectionRules;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;
import org.ffigen.select.Selected.How;

/**
 * Decides what is bound: what own headers declare and the rules let pass, with the types that it needs, and nothing
 * else.
 */
public final class Selection {

    private final NativeApi api;
    private final Patterns include;
    private final Patterns exclude;
    /** Variadic functions by their symbols, which their typed methods share. */
    private final Map<String, Declared> variadic = new HashMap<>();

    private Selection(NativeApi api, Patterns include, Patterns exclude) {
        this.api = api;
        this.include = include;
        this.exclude = exclude;
        api.all(FunctionDecl.class)
                .stream()
                .filter(function -> function.type().variadic())
                .forEach(function -> variadic.put(function.symbol(), Declared.of(function)));
    }

    /** What is bound without any rules. */
    public static NativeApi apply(NativeApi api) {
        return apply(api, SelectionRules.ALL, true, new Diagnostics()).api();
    }

    /**
     * The selected part of an api. A declaration is an own header's if its source has a line.
     *
     * @param complete whether the api is all that the headers declare. That of a manifest is what a selection left:
     *     what an exclusion names may be gone already
     * @param diagnostics takes what is wrong with the rules
     * @throws IllegalArgumentException if a type is referred to that the api lacks
     */
    public static Selected apply(NativeApi api, SelectionRules rules, boolean complete, Diagnostics diagnostics) {
        Patterns include = Patterns.of(rules.include(), diagnostics);
        Patterns exclude = Patterns.of(rules.exclude(), diagnostics);
        List<Declared> all = declared(api);
        include.refuseUnmatched(all.stream().filter(Declared::isOwn).toList(), diagnostics);
        if (complete) {
            exclude.refuseUnmatched(all, diagnostics);
        }
        return new Selection(api, include, exclude).apply();
    }

    private static List<Declared> declared(NativeApi api) {
        List<Declared> all = new ArrayList<>();
        api.declarations().values().stream().filter(d -> !isNamedByPlace(d.id())).map(Declared::of).forEach(all::add);
        api.skipped().stream().map(Declared::of).forEach(all::add);
        return all;
    }

    private Selected apply() {
        Set<DeclId> excluded = new HashSet<>();
        for (Declaration declaration : api.declarations().values()) {
            if (!isNamedByPlace(declaration.id()) && exclude.match(named(declaration))) {
                excluded.add(declaration.id());
            }
        }
        NativeApi known = Exclusion.apply(api, excluded);
        List<Declaration> own = known.declarations().values().stream().filter(d -> d.source().line() > 0).toList();
        List<Declaration> roots = own.stream().filter(d -> !excluded.contains(d.id()) && isIncluded(d)).toList();
        NativeApi selected = new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(),
                new DependencyClosure(known).of(roots), api.skipped().stream().filter(this::isReported).toList());
        SortedMap<DeclId, How> leftOut = new TreeMap<>();
        for (Declaration declaration : own) {
            boolean out = excluded.contains(declaration.id());
            if (out || selected.find(declaration.id()).isEmpty()) {
                leftOut.put(declaration.id(), out ? How.EXCLUDED : How.NOT_INCLUDED);
            }
        }
        leftOut.keySet().removeIf(Selection::isNamedByPlace);
        Set<DeclId> asked = roots.stream()
                .filter(declaration -> include.name(named(declaration)))
                .map(Declaration::id)
                .collect(Collectors.toSet());
        Map<Skipped, How> skippedLeftOut = new HashMap<>();
        for (Skipped skipped : api.skipped()) {
            if (!isReported(skipped)) {
                skippedLeftOut.put(skipped, exclude.match(Declared.of(skipped)) ? How.EXCLUDED : How.NOT_INCLUDED);
            }
        }
        return new Selected(selected, asked, leftOut, skippedLeftOut);
    }

    /** With rules, a type without a name comes with what it stands in. */
    private boolean isIncluded(Declaration declaration) {
        boolean follows = isNamedByPlace(declaration.id());
        return include.isEmpty() ? !follows || exclude.isEmpty() : !follows && include.match(named(declaration));
    }

    /** A typed method of a variadic function goes by the names of that one, too. */
    private Declared named(Declaration declaration) {
        Declared declared = Declared.of(declaration);
        return declaration instanceof FunctionDecl function && function.firstVariadic().isPresent()
                && variadic.containsKey(function.symbol())
                        ? declared.withNamesOf(variadic.get(function.symbol()))
                        : declared;
    }

    private boolean isReported(Skipped skipped) {
        Declared declared = Declared.of(skipped);
        return !exclude.match(declared) && (include.isEmpty() || include.match(declared));
    }

    private static boolean isNamedByPlace(DeclId id) {
        return id.name().indexOf('.') >= 0;
    }
}
