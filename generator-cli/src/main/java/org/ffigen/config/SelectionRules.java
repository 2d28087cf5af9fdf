package org.ffigen.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Which declarations are bound, as patterns {@code [kind:]glob} on C names and {@code header:glob} on headers.
 *
 * @param include what is bound; everything if it is empty
 * @param exclude what is not bound all the same
 */
public record SelectionRules(List<Given> include, List<Given> exclude) {

    /** Everything is bound. */
    public static final SelectionRules ALL = new SelectionRules(List.of(), List.of());

    public SelectionRules {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** These rules and others, which add to them. */
    public SelectionRules with(SelectionRules more) {
        return new SelectionRules(joined(include, more.include), joined(exclude, more.exclude));
    }

    private static List<Given> joined(List<Given> first, List<Given> second) {
        List<Given> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
