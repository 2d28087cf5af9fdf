package org.ffigen.bind;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.ffigen.config.Rename;

/**
 * A declaration that wants a name.
 *
 * @param c what it is: an id
 * @param key what its name is kept by, from one version of the headers to the next
 * @param preferred the names it would like, best first: without a prefix, then whole. Each is legal where it is used
 * @param avoiding what makes a name legal there
 * @param decoration why the best of them is not what the C name alone gives
 * @param rename the name that the user decides
 */
record NameRequest(String c, String key, List<String> preferred, UnaryOperator<String> avoiding,
        Optional<String> decoration,
        Optional<Rename> rename) {

    /** Of what has no name. */
    static final NameRequest NONE = new NameRequest("", List.of(), UnaryOperator.identity(), Optional.empty(),
            Optional.empty());

    /** What stands for the name of a type without one, which changes with what comes before or into it. */
    private static final Pattern NAMELESS = Pattern.compile("(?<=[:.])#[^.]*\\.");

    NameRequest {
        preferred = preferred.stream().distinct().toList();
    }

    /** One whose name is kept by what it is. */
    NameRequest(String c, List<String> preferred, UnaryOperator<String> avoiding, Optional<String> decoration,
            Optional<Rename> rename) {
        this(c, c.indexOf('#') < 0 ? c : NAMELESS.matcher(c).replaceAll(""), preferred, avoiding, decoration, rename);
    }

    /** The same of a type that has the id of a member, the one it is the type of. */
    NameRequest ofType() {
        return new NameRequest(c, key + ".#type", preferred, avoiding, decoration, rename);
    }

    /** Whether the rules of today could give it that name. */
    boolean allows(String name) {
        String last = preferred.getLast();
        return preferred.contains(name)
                || name.startsWith(last) && name.substring(last.length()).chars().allMatch(c -> c == '_');
    }
}
