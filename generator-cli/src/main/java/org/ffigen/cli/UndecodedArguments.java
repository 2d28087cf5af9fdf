package org.ffigen.cli;

import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;

/**
 * Arguments that Java could not decode. With {@code LC_ALL=C} it puts a replacement character for each byte beyond
 * ASCII, and a macro given with {@code -D} would have another value than the user gave.
 */
final class UndecodedArguments {

    private static final char REPLACEMENT = '\ufffd';

    private UndecodedArguments() {
    }

    /**
     * Refuses them.
     *
     * @param encoding of arguments, as Java calls it; in UTF-8 the user can mean the replacement character
     * @throws GenerationException with INVALID_OPTION
     */
    static void refuse(List<String> arguments, String encoding) {
        if (encoding.equals("UTF-8")) {
            return;
        }
        List<Diagnostic> undecoded = arguments.stream()
                .filter(argument -> argument.indexOf(REPLACEMENT) >= 0)
                .map(argument -> diagnostic(argument, encoding))
                .toList();
        if (!undecoded.isEmpty()) {
            throw new GenerationException(undecoded);
        }
    }

    private static Diagnostic diagnostic(String argument, String encoding) {
        return Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                "'%s' has letters that the locale's encoding %s does not have".formatted(
                        argument.replace(REPLACEMENT, '?'), encoding),
                "set LC_ALL=C.UTF-8");
    }
}
