package org.ffigen.cli;

import java.util.stream.Collectors;
import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what picocli finds wrong with a command line. */
final class UsageErrors {

    private static final String SEE_HELP = "ffigen --help shows all options, with examples";

    private UsageErrors() {
    }

    static GenerationException of(ParameterException e) {
        return new GenerationException(switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException missing -> error(names(missing.getMissing()) + " needs a value", SEE_HELP);
            case OverwrittenOptionException twice -> error(names(List.of(twice.getOverwritten()))
                    + " is given more than once", "keep one of them");
            default -> error(e.getMessage().lines().findFirst().orElse("wrong arguments"), SEE_HELP);
        });
    }

    private static Diagnostic unknown(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().getFirst();
        boolean clangs = argument.matches("-[a-zA-Z].+");
        List<String> similar = clangs ? List.of() : e.getSuggestions();
        String hint = !similar.isEmpty()
                ? "did you mean " + String.join(" or ", similar) + "?"
                : clangs ? "arguments for clang go to the end, after --: ffigen ... -- " + argument : SEE_HELP;
        return error("there is no option " + argument, hint);
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream()
                .map(a -> a instanceof OptionSpec option ? option.longestName() : a.paramLabel())
                .collect(Collectors.joining(", "));
    }

    private static Diagnostic error(String message, String hint) {
        return Diagnostic.error(DiagnosticCode.INVALID_OPTION, message, hint);
    }
}
