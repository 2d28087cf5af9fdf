package org.ffigen.parse;

import java.util.List;
import java.util.Optional;
import org.ffigen.model.SourceLocation;

/**
 * A macro of an own header.
 *
 * @param body its tokens; without the parameters of one that has them, and without pragmas that warn of its use
 * @param text the body as it is written, without comments
 */
record MacroDefinition(String name, boolean functionLike, List<String> body, String text,
        Optional<String> comment, SourceLocation source) {

    /** All its tokens: of one with parameters, those in brackets and the body. */
    List<String> tokens() {
        return functionLike ? MacroTokens.of(text) : body;
    }

    /** Whether it has brackets for parameters and none in them, and something behind them. */
    boolean takesNothing() {
        return functionLike && text.matches("(?s)\\( ?\\) ?\\S.*");
    }

    /** Whether it may be a number cast to a pointer: a cast, and behind it a literal, or the name of such a macro. */
    boolean mayBeAddress() {
        if (!functionLike && body.size() == 1) {
            return Character.isJavaIdentifierStart(body.getFirst().charAt(0));
        }
        int last = body.size() - 1;
        while (last > 0 && body.get(last).equals(")")) {
            last--;
        }
        return !functionLike && last > 0 && Character.isJavaIdentifierPart(body.get(last).charAt(0))
                && body.contains(")");
    }
}
