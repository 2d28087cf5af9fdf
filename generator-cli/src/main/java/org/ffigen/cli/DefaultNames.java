package org.ffigen.cli;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * The names bindings get if the user gives none. They depend on the name of the first header alone, so that adding
 * declarations or headers never renames anything.
 */
final class DefaultNames {

    private static final String CLASS_SUFFIX = "Library";

    private DefaultNames() {
    }

    /** A package: {@code zlib} of {@code zlib}, {@code foo_bar} of {@code Foo-Bar}, {@code new_} of {@code new}. */
    static String packageName(String stem) {
        String name = identifier(stem.toLowerCase(Locale.ROOT));
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    /**
     * A class name: {@code GeometryLibrary} of {@code geometry}, {@code FooBarLibrary} of {@code foo-bar}. The class is
     * named before any declaration, and a declaration that wants the same name gives way.
     */
    static String className(String stem) {
        StringBuilder name = new StringBuilder();
        for (String word : stem.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return identifier(name + CLASS_SUFFIX);
    }

    /** The nearest legal package name, for a hint. */
    static String legalPackage(String name) {
        StringBuilder legal = new StringBuilder();
        for (String part : name.split("\\.")) {
            if (!part.isEmpty()) {
                legal.append(legal.isEmpty() ? "" : ".").append(packageName(part));
            }
        }
        return legal.isEmpty() ? "org.example" : legal.toString();
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .forEach(c -> name.appendCodePoint(Character.isJavaIdentifierPart(c) && c != '$' ? c : '_'));
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        return name.length() == 1 && name.charAt(0) == '_' ? "__" : name.toString();
    }
}
