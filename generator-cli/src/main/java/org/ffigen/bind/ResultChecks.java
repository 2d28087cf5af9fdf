package org.ffigen.bind;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

import org.ffigen.config.FunctionRules;
import org.ffigen.config.Given;

/**
 * What is done with a result before the caller gets it.
 *
 * @param errno lines of the statement that throws what the system's error code tells; empty if the code is not kept
 * @param check the statement that lets a method of the user's judge; empty for none
 * @param status whether the result says nothing but success once they have passed
 * @param nonnull whether it is not null then
 */
record ResultChecks(List<String> errno, List<String> check, boolean status, boolean nonnull) {

    private static final Pattern METHOD = Pattern.compile("([\\p{L}_$][\\p{L}\\d_$]*\\.)+[\\p{L}_$][\\p{L}\\d_$]*");
    /** What no status is: more than success is said by it. */
    private static final Set<String> VALUES = Set.of("float", "double", "MemorySegment");
    private static final String POLICIES = "nonzero, zero and negative are for integers, the first two for bool too,"
            + " null for pointers; a static method that is given the result, such as com.acme.Checks.failed, can judge any";

    /**
     * @param text whether the method that calls C gives the address of a text
     */
    static ResultChecks of(FunctionRules rules, Rulebook rulebook, JavaValue result, boolean text, Callee callee) {
        Optional<String> failed = rules.errno().flatMap(policy -> failed(policy, rulebook, result, text));
        List<String> errno = failed.map(condition -> List.of("if (" + condition + ") {", "    throw "
                + callee.library() + ".systemError(" + Literals.ofString(callee.name()) + ", callState);", "}"))
                .orElse(List.of());
        List<String> check = rules.check()
                .filter(method -> isMethod(method, rulebook, result))
                .map(method -> List.of(method.text() + "(result);"))
                .orElse(List.of());
        boolean status = !text && result.kind() == JavaValue.Kind.SCALAR && !VALUES.contains(result.resultType());
        return new ResultChecks(errno, check, status && !check.isEmpty() || isPolicy(rules, "nonzero"),
                isPolicy(rules, "null"));
    }

    /** The names that the methods of the user's begin with, which a parameter would hide. */
    static Set<String> packages(FunctionRules rules) {
        return Stream.of(rules.check(), rules.errno())
                .flatMap(Optional::stream)
                .filter(method -> method.text().contains("."))
                .map(method -> method.text().replaceFirst("\\..*", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same for all functions. */
    static Set<String> packages(List<FunctionRules> rules) {
        return rules.stream().flatMap(rule -> packages(rule).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isPolicy(FunctionRules rules, String name) {
        return rules.errno().filter(policy -> policy.text().equals(name)).isPresent();
    }

    /** Whether the call keeps the system's error code. */
    boolean state() {
        return !errno.isEmpty();
    }

    /** All lines, over {@code result}. */
    List<String> lines() {
        return Stream.concat(errno.stream(), check.stream()).toList();
    }

    private static boolean isMethod(Given method, Rulebook rulebook, JavaValue result) {
        if (!METHOD.matcher(method.text()).matches()
                || Stream.of(method.text().split("\\.")).anyMatch(SourceVersion::isKeyword)) {
            rulebook.refuse(method, "'%s' is no method".formatted(method.text()),
                    "give a class and a static method of it: com.acme.Checks.check");
            return false;
        }
        if (result.kind() == JavaValue.Kind.VOID) {
            rulebook.refuse(method, "the function gives no result", "take the rule out");
            return false;
        }
        return isThere(method, rulebook);
    }

    /** Only of the JDK's own classes it is known what they have. */
    private static boolean isThere(Given method, Rulebook rulebook) {
        int dot = method.text().lastIndexOf('.');
        String type = method.text().substring(0, dot);
        String name = method.text().substring(dot + 1);
        if (!type.startsWith("java.")) {
            return true;
        }
        try {
            boolean there = Stream.of(Class.forName(type, false, ClassLoader.getPlatformClassLoader()).getMethods())
                    .anyMatch(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers())
                            && m.getParameterCount() == 1);
            if (!there) {
                rulebook.refuse(method, "%s has no static method %s of one parameter".formatted(type, name),
                        "give a method that is given the result");
            }
            return there;
        } catch (ClassNotFoundException nested) {
            // Or of a newer JDK than this.
            return true;
        }
    }

    /** The condition under which the call failed. */
    private static Optional<String> failed(Given policy, Rulebook rulebook, JavaValue result, boolean text) {
        String type = result.resultType();
        boolean number = List.of("int", "long", "short", "byte", "@Unsigned int", "@Unsigned long").contains(type);
        Optional<String> condition = switch (policy.text()) {
            case "nonzero" -> number ? Optional.of("result != 0") : truth(type, "result");
            case "zero" -> number ? Optional.of("result == 0") : truth(type, "!result");
            case "negative" -> number && !type.startsWith("@") ? Optional.of("result < 0") : Optional.empty();
            case "null" -> text || type.equals("MemorySegment")
                    ? Optional.of("result.address() == 0")
                    : result.kind() == JavaValue.Kind.POINTER ? Optional.of("result.isNull()") : Optional.empty();
            default -> isMethod(policy, rulebook, result)
                    ? Optional.of(policy.text() + "(result)")
                    : Optional.empty();
        };
        if (condition.isEmpty() && List.of("nonzero", "zero", "negative", "null").contains(policy.text())) {
            rulebook.refuse(policy, "'%s' does not fit the result, which is %s in Java".formatted(policy.text(),
                    result.kind() == JavaValue.Kind.VOID ? "nothing" : type), POLICIES);
        }
        return condition;
    }

    private static Optional<String> truth(String type, String condition) {
        return type.equals("boolean") ? Optional.of(condition) : Optional.empty();
    }
}
