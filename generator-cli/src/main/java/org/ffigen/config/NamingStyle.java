package org.ffigen.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How Java names follow C's. */
public enum NamingStyle {
    /** As Java spells names: {@code sqlite3OpenV2}, {@code ZStream}. */
    JAVA,
    /** As C spells them: {@code sqlite3_open_v2}, {@code z_stream}. */
    C;

    /** The word on the command line and in the config. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style of that word. */
    public static Optional<NamingStyle> of(String word) {
        return Stream.of(values()).filter(style -> style.word().equals(word)).findFirst();
    }
}
