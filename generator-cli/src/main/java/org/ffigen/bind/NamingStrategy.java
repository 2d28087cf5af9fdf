package org.ffigen.bind;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * C names as Java spells them. A function of the name alone, so that adding a declaration never renames another:
 * {@code sqlite3_open_v2} is {@code sqlite3OpenV2}, {@code struct z_stream_s} is {@code ZStreamS}.
 */
final class NamingStrategy {

    private NamingStrategy() {
    }

    /**
     * The name of a type. Leading underscores stay, so that {@code _point} and {@code point} do not meet; the pieces of
     * a type named by its place are joined by {@code _}.
     */
    static String type(String cName) {
        return Stream.of(cName.split("\\.")).map(NamingStrategy::capitalised).collect(Collectors.joining("_"));
    }

    private static String capitalised(String cName) {
        String joined = pieces(cName).map(NamingStrategy::upperFirst).collect(Collectors.joining());
        String underscores = cName.substring(0, cName.length() - cName.replaceFirst("^_+", "").length());
        return ReservedNames.legal(joined.isEmpty() ? cName : underscores + joined);
    }

    /** The name of a method, a parameter or a component. */
    static String member(String cName) {
        String[] pieces = pieces(cName).toArray(String[]::new);
        if (pieces.length == 0) {
            return ReservedNames.legal(cName);
        }
        String rest = Stream.of(pieces).skip(1).map(NamingStrategy::upperFirst).collect(Collectors.joining());
        return ReservedNames.legal(lowerFirst(pieces[0]) + rest);
    }

    private static Stream<String> pieces(String cName) {
        return Stream.of(cName.replace("#", "_").split("_")).filter(piece -> !piece.isEmpty());
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code SDL} is {@code sdl}, {@code XOpen} is {@code xOpen}. */
    private static String lowerFirst(String text) {
        if (text.equals(text.toUpperCase(Locale.ROOT))) {
            return text.toLowerCase(Locale.ROOT);
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
