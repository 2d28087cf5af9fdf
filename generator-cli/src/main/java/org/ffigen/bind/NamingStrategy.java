package org.ffigen.bind;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ffigen.config.Given;
import org.ffigen.config.NamingRules;
import org.ffigen.config.NamingStyle;

/**
 * C names as Java spells them, or as they are. A function of the name alone, so that adding a declaration never renames
 * another: {@code sqlite3_open_v2} is {@code sqlite3OpenV2}, {@code struct z_stream_s} is {@code ZStreamS}.
 */
final class NamingStrategy {

    private final NamingStyle style;
    private final List<String> prefixes;

    NamingStrategy(NamingRules rules) {
        this.style = rules.style().orElse(NamingStyle.JAVA);
        this.prefixes = rules.stripPrefixes().stream().map(Given::text).toList();
    }

    /** Whether names are spelled as in C. */
    boolean isC() {
        return style == NamingStyle.C;
    }

    /**
     * The C name without the longest of the prefixes that it begins with; the whole name if nothing that Java could
     * spell would be left.
     */
    String stripped(String cName) {
        String rest = prefixes.stream()
                .filter(cName::startsWith)
                .map(prefix -> cName.substring(prefix.length()))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(cName);
        boolean spelled = !rest.isEmpty() && ReservedNames.legal(rest).equals(rest)
                && ReservedNames.legal(lowerFirst(rest)).equals(lowerFirst(rest)) && !rest.replace("_", "").isEmpty();
        return spelled ? rest : cName;
    }

    /**
     * The name of a type. Leading underscores stay, so that {@code _point} and {@code point} do not meet; the pieces of
     * a type named by its place are joined by {@code _}, which a dollar becomes too.
     */
    String type(String cName) {
        String name = isC()
                ? ReservedNames.legal(cName.replace('.', '_').replace('#', '_'))
                : Stream.of(cName.split("\\.")).map(NamingStrategy::capitalised).collect(Collectors.joining("_"));
        return name.replace('$', '_');
    }

    private static String capitalised(String cName) {
        String joined = pieces(cName).map(NamingStrategy::upperFirst).collect(Collectors.joining());
        int first = 0;
        while (first < cName.length() && cName.charAt(first) == '_') {
            first++;
        }
        String underscores = cName.substring(0, first);
        return ReservedNames.legal(joined.isEmpty() ? cName : underscores + joined);
    }

    /** The name that types of a function or variable begin with, such as that of a callback it takes. */
    String strippedType(String cName) {
        return type(stripped(cName));
    }

    /** The name of a method, a parameter or a component. */
    String member(String cName) {
        String[] pieces = pieces(cName).toArray(String[]::new);
        if (isC() || pieces.length == 0) {
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
        if (text.isEmpty() || text.equals(text.toUpperCase(Locale.ROOT))) {
            return text.toLowerCase(Locale.ROOT);
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
