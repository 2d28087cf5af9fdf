package org.ffigen.config;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that an earlier run gave, which later runs keep whatever the headers gain.
 *
 * @param names what each declaration, member or generated type is called in Java, by what it is in C
 * @param integers the enumerations whose constants are integers, by their ids
 */
public record KeptNames(SortedMap<String, String> names, SortedSet<String> integers) {

    /** Of the first run, and of whoever keeps none. */
    public static final KeptNames NONE = new KeptNames(new TreeMap<>(), new TreeSet<>());

    public KeptNames {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        integers = Collections.unmodifiableSortedSet(new TreeSet<>(integers));
    }

    /** What that is called. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(names.get(key));
    }
}
