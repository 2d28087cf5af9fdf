package org.ffigen.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;

/** Options that make another binary interface than the bindings have, and that nothing else would notice. */
final class RefusedOptions {

    private static final Pattern LONG_DOUBLE = Pattern.compile("-mlong-double-(?!80$).*");
    private static final Pattern BIT_FIELDS = Pattern.compile("-funsigned-bitfields|-fno-signed-bitfields");

    private static final Pattern CALLS = Pattern.compile(
            "-mabi=ms|-mno-sse2?|-msoft-float|-mregparm=.*|-mrtd|-f(?:pcc|reg)-struct-return");
    /** What gcc and clang write beside, or instead of, what they compile. */
    private static final Pattern OUTPUT = Pattern.compile(
            "-M[MDGP]?|-MMD|-M[FTQJ].*|-Wp,(?:.*,)?-M.*|--(?:write-)?(?:user-)?dependencies|-o.*|-[ESc]|-save-temps.*|-d[A-Z]|-emit-.*|-fsyntax-only");

    private RefusedOptions() {
    }

    /** @throws GenerationException if one is among the arguments for clang */
    static void check(List<String> arguments) {
        for (String argument : arguments) {
            if (LONG_DOUBLE.matcher(argument).matches()) {
                refuse("the bindings read the long double of the target, which %s changes".formatted(argument));
            } else if (CALLS.matcher(argument).matches()) {
                refuse("the bindings call as the target does, which %s changes".formatted(argument));
            } else if (argument.equals("-malign-double")) {
                refuse("gcc and clang lay records out in different ways with %s".formatted(argument));
            } else if (argument.equals("-undef")) {
                refuse("the headers of a system ask for what %s takes away".formatted(argument));
            } else if (argument.equals("-fsingle-precision-constant")) {
                refuse("clang ignores %s, so that constants would have other values".formatted(argument));
            } else if (OUTPUT.matcher(argument).matches()) {
                throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                        "%s asks the compiler for output, and here nothing is compiled".formatted(argument),
                        "leave it out: what was read is in OUT/.ffigen, and in the manifest's .inputs.json"));
            } else if (BIT_FIELDS.matcher(argument).matches()) {
                refuse("clang ignores %s, so that bit-fields would have the wrong sign".formatted(argument));
            }
        }
    }

    private static void refuse(String message) {
        throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION, message,
                "leave it out: a library that is built with it cannot be bound right"));
    }
}
