package org.ffigen.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The readable identity of a declaration, such as {@code struct:point} or {@code function:midpoint}.
 *
 * <p>C keeps tags apart from ordinary names, so the kind is part of the identity. A type without a name is identified
 * by where it stands: {@code union:packet.payload} is the type of member {@code payload} of {@code struct packet},
 * {@code struct:anon.#1} the anonymous second member of {@code struct anon}, {@code enum:#ANON_K} the unnamed
 * enumeration that begins with {@code ANON_K}. What an anonymous member holds are members of the record around it, as
 * C has it, so that {@code struct:anon.inner} may stand in one.
 */
public record DeclId(Kind kind, String name) implements Comparable<DeclId> {

    /** How an id ends whose type only a typedef names, where a tag of that name means another. */
    private static final String ONLY_TYPEDEF = ".#typedef";

    private static final Pattern ANONYMOUS = Pattern.compile("(?:\\.#\\d+)+$");

    /** What is declared. */
    public enum Kind {
        STRUCT, UNION, ENUM, TYPEDEF, FUNCTION, VAR, MACRO;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** How the kind is written in an id. */
        public String word() {
            return word;
        }
    }

    /** Reads back what {@link #toString} wrote. */
    public static DeclId parse(String text) {
        int colon = text.indexOf(':');
        return new DeclId(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    public static DeclId function(String name) {
        return new DeclId(Kind.FUNCTION, name);
    }

    public static DeclId typedef(String name) {
        return new DeclId(Kind.TYPEDEF, name);
    }

    /** The typedef that alone names the type, where a tag of that name means another; empty if it is no such type. */
    public Optional<String> onlyTypedef() {
        return name.endsWith(ONLY_TYPEDEF)
                ? Optional.of(name.substring(0, name.length() - ONLY_TYPEDEF.length()))
                : Optional.empty();
    }

    /** The name of the record that its members belong to: of an anonymous member, the record around it. */
    public String ofMembers() {
        return ANONYMOUS.matcher(name).replaceFirst("");
    }

    /** Whether C code can spell this type: false for the types that are named by their place. */
    public boolean isSpelled() {
        return name.indexOf('.') < 0 && name.indexOf('#') < 0;
    }

    @Override
    public int compareTo(DeclId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.word() + ":" + name;
    }
}
