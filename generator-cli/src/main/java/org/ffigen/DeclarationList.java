package org.ffigen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ffigen.ListedDeclaration.Status;
import org.ffigen.bind.Bound;
import org.ffigen.bind.GivenName;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;
import org.ffigen.select.Selected;
import org.ffigen.select.Selected.How;

/** Everything that there is, in order, each with what becomes of it. */
final class DeclarationList {

    private final Selected selected;
    private final Bound bound;
    private final Map<String, Skipped> skipped = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    private DeclarationList(Selected selected, Bound bound) {
        this.selected = selected;
        this.bound = bound;
        selected.api().skipped().forEach(s -> skipped.put(kind(s) + ":" + s.name(), s));
        for (GivenName name : bound.givenNames()) {
            boolean second = name.c().endsWith(GivenName.NONBLOCKING);
            reasons.put(name.c(), second ? "nonblocking as " + name.java() + ": " + name.reason() : name.reason());
        }
    }

    static List<ListedDeclaration> of(NativeApi all, Selected selected, Bound bound) {
        DeclarationList list = new DeclarationList(selected, bound);
        List<ListedDeclaration> listed = new ArrayList<>();
        for (Declaration declaration : all.declarations().values()) {
            if (declaration.source().line() > 0 || selected.api().find(declaration.id()).isPresent()) {
                listed.add(list.listed(declaration, declaration.id()));
                declaration.aliases().forEach(alias -> listed.add(list.listed(declaration, declaration.idAs(alias))));
            }
        }
        Set<Skipped> everySkipped = new LinkedHashSet<>(all.skipped());
        everySkipped.addAll(selected.api().skipped());
        for (Skipped s : everySkipped) {
            if (all.declarations()
                    .keySet()
                    .stream()
                    .noneMatch(id -> id.toString().equals(list.kind(s) + ":" + s.name()))) {
                listed.add(list.listed(s));
            }
        }
        listed.sort(Comparator.comparing(ListedDeclaration::kind)
                .thenComparing(ListedDeclaration::name)
                .thenComparing(l -> l.code().orElse("")));
        return listed;
    }

    private ListedDeclaration listed(Skipped s) {
        How how = selected.skippedLeftOut().get(s);
        Status status = how == null ? Status.SKIPPED : status(how);
        return new ListedDeclaration(kind(s), s.name(), s.source(), status,
                how == null ? Optional.of(s.code().code()) : Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Status status(How how) {
        return how == How.EXCLUDED ? Status.EXCLUDED : Status.NOT_INCLUDED;
    }

    /** @param id its own, or that of an alias */
    private ListedDeclaration listed(Declaration declaration, DeclId id) {
        Optional<Skipped> skip = Optional.ofNullable(skipped.get(declaration.id().toString()));
        Status status = status(declaration.id(), skip.isPresent());
        boolean named = status == Status.BOUND || status == Status.OPAQUE;
        return new ListedDeclaration(id.kind().word(), id.name(), declaration.source(), status,
                status == Status.SKIPPED ? skip.map(s -> s.code().code()) : Optional.empty(),
                named ? Optional.ofNullable(bound.names().get(id)) : Optional.empty(),
                named ? reason(id) : Optional.empty());
    }

    /** Why its names are not those that are expected. */
    private Optional<String> reason(DeclId id) {
        String own = reasons.get(id.toString());
        String nonblocking = reasons.get(id + GivenName.NONBLOCKING);
        return Stream.of(own, nonblocking).filter(Objects::nonNull).reduce((first, second) -> first + "; " + second);
    }

    private Status status(DeclId id, boolean isSkipped) {
        Optional<Declaration> remains = selected.api().find(id);
        if (remains.isEmpty()) {
            return status(selected.leftOut().getOrDefault(id, How.NOT_INCLUDED));
        }
        if (remains.get() instanceof Declaration.OpaqueDecl) {
            return Status.OPAQUE;
        }
        if (selected.leftOut().get(id) == How.EXCLUDED) {
            return Status.EXCLUDED;
        }
        if (bound.unused().contains(id)) {
            return Status.UNUSED;
        }
        return isSkipped ? Status.SKIPPED : Status.BOUND;
    }

    /** A function pointer that Java cannot call is listed as the typedef that it is, if it is one. */
    private String kind(Skipped skipped) {
        return switch (skipped.kind()) {
            case "variable" -> DeclId.Kind.VAR.word();
            case "callback" -> selected.api().find(DeclId.typedef(skipped.name())).isPresent()
                    ? DeclId.Kind.TYPEDEF.word()
                    : skipped.kind();
            default -> skipped.kind();
        };
    }
}
