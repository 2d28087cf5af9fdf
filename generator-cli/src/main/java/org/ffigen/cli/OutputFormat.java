package org.ffigen.cli;

import java.util.List;
import java.util.Locale;

/** How the command reports. */
public enum OutputFormat {
    /** For people: results on standard output, diagnostics on standard error. */
    TEXT,
    /** For programs: one JSON object on standard output, whatever happens. */
    JSON;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format asked for, even if the rest of the arguments makes no sense. */
    static OutputFormat of(List<String> arguments) {
        int option = arguments.indexOf(Options.FORMAT);
        boolean separate = option >= 0 && option + 1 < arguments.size()
                && arguments.get(option + 1).equals(JSON.word());
        return separate || arguments.contains(Options.FORMAT + "=" + JSON.word()) ? JSON : TEXT;
    }
}
