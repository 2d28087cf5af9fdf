package org.ffigen.parse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What some clang evaluates and another does not, or does not know: a constant that has it would come and go with the
 * version of libclang. Found by asking 16, 19 and 20.
 */
final class ClangDifferences {

    private static final Pattern DIFFERENT = Pattern.compile("__builtin_(?:l?l?abs|isgreater(?:equal)?"
            + "|isless(?:equal|greater)?|isunordered|signbit[fl]?|issignaling|iszero|issubnormal|isfpclass"
            + "|(?:clz|ctz|popcount|bswap)g|f(?:max|min)imum(?:_num)?\\w*|elementwise_\\w+|nondeterministic_value"
            + "|(?:add|sub|mul)_overflow_p|assoc_barrier|has_attribute)");
    /** The macros of {@code <math.h>} that stand for some of them. */
    private static final Set<String> OF_MATH = Set.of("isgreater", "isgreaterequal", "isless", "islessequal",
            "islessgreater", "isunordered", "signbit", "issignaling", "iszero", "issubnormal");
    private static final Set<String> RAW = Set.of("R", "LR", "uR", "UR", "u8R");

    private ClangDifferences() {
    }

    /**
     * Whether one of these tokens is such a function.
     *
     * @param isOwn whether a name is something of the headers' own
     */
    static boolean differ(Collection<String> tokens, Predicate<String> isOwn) {
        return tokens.stream()
                .anyMatch(token -> DIFFERENT.matcher(token).matches()
                        || OF_MATH.contains(token) && !isOwn.test(token));
    }

    /** Whether these tokens have a raw string literal in them, which clang knows in C from 19 on. */
    static boolean areRaw(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).startsWith("\"") && RAW.contains(tokens.get(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
