package org.ffigen.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How names in Java come from names in C.
 *
 * @param style {@link NamingStyle#JAVA} when empty
 * @param stripPrefixes what names lose at their beginning; of several that fit, the longest
 * @param renames names that the user decides, in the order given
 */
public record NamingRules(Optional<NamingStyle> style, List<Given> stripPrefixes, List<Rename> renames) {

    /** No rules. */
    public static final NamingRules NONE = new NamingRules(Optional.empty(), List.of(), List.of());

    public NamingRules {
        stripPrefixes = List.copyOf(stripPrefixes);
        renames = List.copyOf(renames);
    }

    /** These rules and those of the command line, which win where both say something. */
    public NamingRules with(NamingRules commandLine) {
        List<Given> prefixes = new ArrayList<>(stripPrefixes);
        prefixes.addAll(commandLine.stripPrefixes);
        List<Rename> all = new ArrayList<>(renames);
        all.removeIf(rename -> commandLine.renames.stream().anyMatch(r -> r.c().text().equals(rename.c().text())));
        all.addAll(commandLine.renames);
        return new NamingRules(commandLine.style.or(() -> style), prefixes, all);
    }
}
