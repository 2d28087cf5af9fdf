package org.ffigen.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A prototype of a macro as the user writes it. Its name has to be known before clang reads it, as the macro of that
 * name would be expanded there.
 */
final class PrototypeText {

    /** Words with brackets behind them that are no part of a declarator. */
    private static final Set<String> WITH_OPERAND = Set.of("__attribute__", "__attribute", "__declspec", "_Alignas",
            "alignas", "__typeof__", "__typeof", "typeof", "typeof_unqual", "_Atomic", "_BitInt", "asm", "__asm__",
            "__asm");
    /** Words of types: brackets behind them are around a declarator. */
    private static final Set<String> OF_TYPES = Set.of("void", "char", "short", "int", "long", "float", "double",
            "signed", "unsigned", "__signed__", "_Bool", "bool", "_Complex", "__complex__", "__int128", "const",
            "__const", "volatile", "__volatile__", "restrict", "__restrict", "__restrict__", "static", "extern",
            "inline", "__inline", "__inline__", "_Noreturn", "_Nullable", "_Nonnull", "__extension__");

    private final List<String> tokens;

    /** @param text in C */
    PrototypeText(String text) {
        List<String> all = MacroTokens.of(text);
        int end = all.size();
        while (end > 0 && all.get(end - 1).equals(";")) {
            end--;
        }
        tokens = all.subList(0, end);
    }

    /** The name that it declares; empty if it declares no function. */
    Optional<String> name() {
        int at = 0;
        while (at < tokens.size()) {
            String token = tokens.get(at);
            String next = token(at + 1);
            if (isWord(token) && next.equals("(")) {
                int end = behindBrackets(at + 1);
                if (WITH_OPERAND.contains(token)) {
                    at = end;
                } else if (OF_TYPES.contains(token) || isDeclarator(at + 2, end)) {
                    at += 2;
                } else if (endsDeclarator(end)) {
                    return Optional.of(token);
                } else {
                    at = end; // a macro that stands before the name
                }
            } else if (isWord(token) && !OF_TYPES.contains(token) && next.equals(")")) {
                return Optional.of(token); // (NAME)(int x)
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    /** Whether there is more than a prototype: a function's body, or a second declaration. */
    boolean hasMore() {
        int depth = 0;
        boolean parameters = false;
        for (String token : tokens) {
            switch (token) {
                case "(", "[" -> depth++;
                case ")", "]" -> {
                    depth--;
                    parameters |= depth == 0;
                }
                case ";", ",", "=", "{" -> {
                    if (depth == 0 && (parameters || !token.equals("{"))) {
                        return true;
                    }
                }
                default -> {
                }
            }
        }
        return false;
    }

    /** Whether brackets that begin before a place are around a declarator, and not around parameters. */
    private boolean isDeclarator(int first, int end) {
        String token = token(first);
        boolean isNameAlone = isWord(token) && !OF_TYPES.contains(token) && end == first + 2 && token(end).equals("(");
        return token.equals("*") || token.equals("^") || token.equals("(") || isNameAlone;
    }

    private boolean endsDeclarator(int at) {
        String token = token(at);
        return token.isEmpty() || token.equals(")") || token.equals("{") || token.equals(";") || token.equals(",")
                || token.equals("=") || token.equals("[") || token.startsWith("__attribute")
                || token.equals("asm") || token.startsWith("__asm");
    }

    private int behindBrackets(int opening) {
        int depth = 0;
        for (int at = opening; at < tokens.size(); at++) {
            depth += token(at).equals("(") ? 1 : token(at).equals(")") ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return tokens.size();
    }

    private String token(int at) {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0)) && !token.endsWith("\"");
    }
}
