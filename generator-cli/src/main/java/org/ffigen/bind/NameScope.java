package org.ffigen.bind;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names given within one scope. Who claims first has the name; the caller claims in a fixed order. A later claim of
 * the same name gets underscores appended.
 */
final class NameScope {

    private final Set<String> taken = new HashSet<>();
    private final boolean ignoreCase;

    private NameScope(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    /** For the names of files, which some disks compare without regard to case. */
    static NameScope ofFiles() {
        return new NameScope(true);
    }

    static NameScope ofMembers() {
        return new NameScope(false);
    }

    /** The preferred name, or the nearest free one. */
    String claim(String preferred) {
        String name = preferred;
        while (!taken.add(ignoreCase ? name.toLowerCase(Locale.ROOT) : name)) {
            name += "_";
        }
        return name;
    }
}
