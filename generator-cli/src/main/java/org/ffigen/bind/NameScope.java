package org.ffigen.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names given within one scope. Who claims first has the name; the caller claims in a fixed order. A later claim of
 * the same name gets underscores appended.
 */
final class NameScope {

    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
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
        while (owner(name).isPresent()) {
            name += "_";
        }
        take(name, preferred);
        return name;
    }

    /** Who has that name. */
    Optional<String> owner(String name) {
        return Optional.ofNullable(owners.get(key(name)));
    }

    /** Who has exactly that name, case included. */
    Optional<String> exactOwner(String name) {
        return exact.contains(name) ? owner(name) : Optional.empty();
    }

    /** Gives the name to that owner, unless someone has it. */
    void take(String name, String owner) {
        owners.putIfAbsent(key(name), owner);
        exact.add(name);
    }

    private String key(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
