package org.ffigen.cli;

import java.util.Set;
import javax.lang.model.SourceVersion;
import org.ffigen.bind.JavaNaming;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;

/** Holds the Java names a user gives against the language's rules. */
final class NameRules {

    /** Words that are names everywhere but not names of classes (JLS 3.9). */
    private static final Set<String> NOT_CLASSES = Set.of("permits", "record", "sealed", "var", "yield");

    private NameRules() {
    }

    /** @throws GenerationException with INVALID_PACKAGE */
    static void checkPackage(String name) {
        if (!SourceVersion.isName(name)) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_PACKAGE,
                    "'%s' is not the name of a Java package%s".formatted(name, reservedWord(name)),
                    "for example: --package " + DefaultNames.legalPackage(name)));
        }
        if ((name + ".").startsWith("java.") || (name + ".").startsWith("org.ffigen.runtime.")) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_PACKAGE,
                    "the package %s is not yours to add classes to".formatted(name),
                    "for example: --package org.example"));
        }
    }

    /** @throws GenerationException with INVALID_CLASS */
    static void checkClass(String name) {
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name) || NOT_CLASSES.contains(name)) {
            String why = name.indexOf('.') >= 0 ? "; the package goes into --package" : "";
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_CLASS,
                    "'%s' is not the simple name of a Java class%s".formatted(name, why),
                    "for example: --class "
                            + DefaultNames.className(name.substring(name.lastIndexOf('.') + 1))));
        }
        if (JavaNaming.isTaken(name)) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_CLASS,
                    "the bindings use another class that is called %s".formatted(name),
                    "for example: --class " + DefaultNames.className(name)));
        }
    }

    private static String reservedWord(String name) {
        for (String part : name.split("\\.", -1)) {
            if (SourceVersion.isKeyword(part)) {
                return ": '%s' is a reserved word".formatted(part);
            }
        }
        return "";
    }
}
