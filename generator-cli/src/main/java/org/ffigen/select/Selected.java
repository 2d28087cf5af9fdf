package org.ffigen.select;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ffigen.model.DeclId;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;

/**
 * What is bound, and what the user left out.
 *
 * @param api what is bound
 * @param asked what an inclusion names itself, so that there is more of it than others need
 * @param leftOut the library's own declarations that the rules leave out, each with how
 * @param skippedLeftOut the same of what could not be bound anyway
 */
public record Selected(NativeApi api, Set<DeclId> asked, SortedMap<DeclId, How> leftOut,
        Map<Skipped, How> skippedLeftOut) {

    /** How something is left out. */
    public enum How {
        /** An exclusion names it. */
        EXCLUDED,
        /** There are inclusions, none names it, and nothing that is bound needs it. */
        NOT_INCLUDED
    }

    public Selected {
        asked = Set.copyOf(asked);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        skippedLeftOut = Map.copyOf(skippedLeftOut);
    }

    /** The same of an api to which something was added, or from which. */
    public Selected with(NativeApi other) {
        return new Selected(other, asked, leftOut, skippedLeftOut);
    }

    /** The C names of the functions that the user left out. */
    public Set<String> functionsLeftOut() {
        return leftOut.keySet()
                .stream()
                .filter(id -> id.kind() == DeclId.Kind.FUNCTION)
                .map(DeclId::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
