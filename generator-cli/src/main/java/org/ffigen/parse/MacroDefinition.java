package org.ffigen.parse;

import java.util.List;
import java.util.Optional;
import org.ffigen.model.SourceLocation;

/**
 * A macro of an own header.
 *
 * @param body its tokens; without the parameters of one that has them
 */
record MacroDefinition(String name, boolean functionLike, List<String> body, Optional<String> comment,
        SourceLocation source) {

    /** The body, tokens separated by one space. */
    String text() {
        return String.join(" ", body);
    }
}
