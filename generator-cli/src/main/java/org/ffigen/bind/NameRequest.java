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
 * @param preferred the names it would like, best first: without a prefix, then whole. Each is legal where it is used
 * @param avoiding what makes a name legal there
 * @param decoration why the best of them is not what the C name alone gives
 * @param rename the name that the user decides
 */
record NameRequest(String c, List<String> preferred, UnaryOperator<String> avoiding, Optional<String> decoration,
        Optional<Rename> rename) {

    /** Of what has no name. */
    static final NameRequest NONE = new NameRequest("", List.of(), UnaryOperator.identity(), Optional.empty(),
            Optional.empty());

    /** What stands for the name of a type without one, which changes with what comes before or into it. */
    private static final Pattern NAMELESS = Pattern.compile("(?<=[:.])#[^.]*\\.");

    NameRequest {
        preferred = preferred.stream().distinct().toList();
    }

    /** What its name is kept by, from one version of the headers to the next. */
    String key() {
        return c.indexOf('#') < 0 ? c : NAMELESS.matcher(c).replaceAll("");
    }

    /** Whether the rules of today could give it that name. */
    boolean allows(String name) {
        String last = preferred.getLast();
        return preferred.contains(name)
                || name.startsWith(last) && name.substring(last.length()).chars().allMatch(c -> c == '_');
    }
}
