package org.ffigen.parse;

import java.util.List;
import java.util.Optional;
import org.ffigen.model.SourceLocation;

/**
 * A macro of an own header.
 *
 * @param body its tokens; without the parameters of one that has them
 * @param text the body as it is written, without comments
 */
record MacroDefinition(String name, boolean functionLike, List<String> body, String text,
        Optional<String> comment, SourceLocation source) {
}
