package org.ffigen.config;

import java.util.List;

/**
 * What a config file says; {@code docs/config.md} describes each key.
 *
 * @param naming {@code naming}, {@code strip-prefix} and {@code rename}
 * @param selection {@code include} and {@code exclude}
 * @param functions {@code functions}, in the order of the file
 * @param macros {@code macros}: C prototypes of function-like macros
 */
public record Config(NamingRules naming, SelectionRules selection, List<FunctionRules> functions,
        List<Given> macros) {

    /** The config of whoever has none. */
    public static final Config EMPTY = new Config(NamingRules.NONE, SelectionRules.ALL, List.of(), List.of());

    public Config {
        functions = List.copyOf(functions);
        macros = List.copyOf(macros);
    }

    /** This config under a command line: its rules add to these, and win where only one can hold. */
    public Config with(NamingRules commandLineNaming, SelectionRules commandLineSelection) {
        return new Config(naming.with(commandLineNaming), selection.with(commandLineSelection), functions, macros);
    }
}
