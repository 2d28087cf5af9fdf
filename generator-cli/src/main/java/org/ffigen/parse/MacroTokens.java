package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the body of a macro into preprocessing tokens. */
final class MacroTokens {

    /** In C's order: the longest token that can be made is made. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+|//.*|/\\*(?s:.*?)\\*/)\
            |(?:u8|[uUL])?"(?:[^"\\\\]|\\\\.)*+"|(?:u8|[uUL])?'(?:[^'\\\\]|\\\\.)*+'\
            |\\.?[0-9](?:[eEpP][+-]|'\\w|[\\w.])*+|[\\p{L}_$][\\p{L}\\p{N}_$]*+\
            |%:%:|\\.\\.\\.|<<=|>>=|##|->|\\+\\+|--|<<|>>|<=|>=|==|!=|&&|\\|\\||[-*/%+&^|]=|<:|:>|<%|%>|%:|.""");

    private MacroTokens() {
    }

    static List<String> of(String body) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(body);
        while (matcher.find()) {
            if (matcher.start("space") < 0) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }

    /** Those of a body that {@link #text} made, with the spaces between them. */
    static List<String> withSpaces(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The body as it is written, with one space for each run of spaces and comments. */
    static String text(String body) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = TOKEN.matcher(body);
        while (matcher.find()) {
            if (matcher.start("space") < 0) {
                text.append(matcher.group());
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString().stripTrailing();
    }

    /** Whether every bracket is closed, and none before it is opened: a body that is not is no expression. */
    static boolean isBalanced(List<String> tokens) {
        StringBuilder open = new StringBuilder();
        for (String token : tokens) {
            switch (token) {
                case "(", "[", "{" -> open.append(token);
                case ")", "]", "}" -> {
                    int last = open.length() - 1;
                    if (last < 0 || "([{".indexOf(open.charAt(last)) != ")]}".indexOf(token)) {
                        return false;
                    }
                    open.setLength(last);
                }
                default -> {
                }
            }
        }
        return open.isEmpty();
    }
}
