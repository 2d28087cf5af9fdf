package org.ffigen.config;

import java.util.List;

/**
 * What a config file says; {@code docs/config.md} describes each key.
 *
 * @param naming {@code naming}, {@code strip-prefix} and {@code rename}
 * @param selection {@code include} and {@code exclude}
 * @param binding {@code functions} and {@code handles}
 * @param macros {@code macros}: C prototypes of macros
 */
public record Config(NamingRules naming, SelectionRules selection, BindingRules binding, List<Given> macros) {

    /** The config of whoever has none. */
    public static final Config EMPTY = new Config(NamingRules.NONE, SelectionRules.ALL, BindingRules.NONE,
            List.of());

    public Config {
        macros = List.copyOf(macros);
    }

    /** This config under a command line: its rules add to these, and win where only one can hold. */
    public Config with(NamingRules commandLineNaming, SelectionRules commandLineSelection) {
        return new Config(naming.with(commandLineNaming), selection.with(commandLineSelection), binding, macros);
    }
}
