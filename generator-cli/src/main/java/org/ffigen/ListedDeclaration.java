package org.ffigen;

import java.util.Locale;
import java.util.Optional;
import org.ffigen.model.SourceLocation;

/**
 * One line of {@code --list}.
 *
 * @param kind {@code function}, {@code struct}, {@code union}, {@code enum}, {@code typedef}, {@code var},
 *     {@code macro} or {@code member}
 * @param status what becomes of it
 * @param code why it is skipped; empty otherwise
 * @param java its name in Java, if it has one
 * @param reason why that name is not what the naming rules alone make of C's
 */
public record ListedDeclaration(String kind, String name, SourceLocation source, Status status, Optional<String> code,
        Optional<String> java, Optional<String> reason) {

    /** What becomes of a declaration. */
    public enum Status {
        /** It is in the bindings. */
        BOUND,
        /** There are typed pointers to it, and nothing else. */
        OPAQUE,
        /** A type of functions that nothing has: there is no Java of it unless an inclusion names it. */
        UNUSED,
        /** The bindings cannot have it; the code says why. */
        SKIPPED,
        /** An exclusion names it. */
        EXCLUDED,
        /** No inclusion names it, and nothing that is bound needs it. */
        NOT_INCLUDED;

        /** As it is printed: {@code not-included}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
