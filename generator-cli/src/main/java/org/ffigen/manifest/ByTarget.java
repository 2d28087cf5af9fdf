package org.ffigen.manifest;

import java.util.SortedMap;
import java.util.TreeMap;

/** Facts by target id, said once where all targets agree. */
final class ByTarget {

    private ByTarget() {
    }

    /**
     * The same facts, under {@code "*"} if every target has one and all are equal.
     *
     * @param targets how many targets there are
     */
    static <T> SortedMap<String, T> of(SortedMap<String, T> facts, int targets) {
        if (facts.isEmpty() || facts.size() < targets || facts.values().stream().distinct().count() > 1) {
            return facts;
        }
        SortedMap<String, T> one = new TreeMap<>();
        one.put(ManifestFormat.ALL_TARGETS, facts.get(facts.firstKey()));
        return one;
    }
}
