package org.ffigen.java;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that stand in Java code by themselves: not after a dot, in a comment or in a literal. Scanned by hand: a
 * regular expression took a tenth of a whole run.
 */
final class CodeNames {

    private final String code;
    private final char[] chars;
    private final Set<String> names = new HashSet<>();

    private CodeNames(String code) {
        this.code = code;
        this.chars = code.toCharArray();
    }

    static Set<String> of(String code) {
        CodeNames scan = new CodeNames(code);
        int at = 0;
        while (at < code.length()) {
            at = scan.skip(at);
        }
        return scan.names;
    }

    /** Takes in what begins there and gives where the next thing begins. */
    private int skip(int at) {
        char c = chars[at];
        if (c == '/' && code.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (c == '/' && code.startsWith("//", at)) {
            return after("\n", at + 2);
        }
        if (c == '"' && code.startsWith("\"\"\"", at)) {
            return after("\"\"\"", at + 3);
        }
        if (c == '"' || c == '\'') {
            return afterLiteral(at);
        }
        return Character.isJavaIdentifierPart(c) ? afterWord(at) : at + 1;
    }

    private int after(String end, int from) {
        int at = code.indexOf(end, from);
        return at < 0 ? code.length() : at + end.length();
    }

    private int afterLiteral(int start) {
        int at = start + 1;
        while (at < chars.length && chars[at] != chars[start]) {
            at += chars[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** After a name, a keyword or a number. */
    private int afterWord(int start) {
        int at = start;
        while (at < chars.length && Character.isJavaIdentifierPart(chars[at])) {
            at++;
        }
        if (Character.isJavaIdentifierStart(chars[start]) && (start == 0 || chars[start - 1] != '.')) {
            names.add(code.substring(start, at));
        }
        return at;
    }
}
