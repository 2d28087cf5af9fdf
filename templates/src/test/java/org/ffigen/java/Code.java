package org.ffigen.java;

/** Java without its comments and texts, found letter by letter; tests check the patterns of main code with it. */
final class Code {

    private Code() {
    }

    static String of(String java) {
        StringBuilder code = new StringBuilder();
        int i = 0;
        while (i < java.length()) {
            if (java.startsWith("/*", i)) {
                i = java.indexOf("*/", i + 2) + 2;
            } else if (java.startsWith("//", i)) {
                i = java.indexOf('\n', i);
            } else if (java.charAt(i) == '"') {
                i = afterText(java, i);
                code.append("\"\"");
            } else {
                code.append(java.charAt(i++));
            }
        }
        return code.toString();
    }

    private static int afterText(String java, int start) {
        int i = start + 1;
        while (java.charAt(i) != '"') {
            i += java.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
