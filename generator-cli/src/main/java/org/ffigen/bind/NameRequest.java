package org.ffigen.bind;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    NameRequest {
        preferred = preferred.stream().distinct().toList();
    }
}
