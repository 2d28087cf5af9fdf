package org.ffigen.parse;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;

/**
 * Finds the macros that are another name of a function or variable: {@code #define foo_init foo_init_v2}. A macro whose
 * name is declared itself is none: that name is bound as it is declared.
 */
final class MacroAliases {

    private final Map<String, MacroDefinition> macros = new HashMap<>();
    private final Map<DeclId, Declaration> declarations;
    private final Map<String, SkipCode> skipped = new HashMap<>();
    private final SortedMap<DeclId, TreeSet<String>> found = new TreeMap<>();

    /** @param skipped what else is declared, and not bound */
    MacroAliases(Collection<MacroDefinition> macros, Map<DeclId, Declaration> declarations, List<Skipped> skipped) {
        macros.forEach(macro -> this.macros.put(macro.name(), macro));
        this.declarations = declarations;
        skipped.stream()
                .filter(s -> s.kind().equals("variable") || s.kind().equals("function"))
                .forEach(s -> this.skipped.put(s.name(), s.code()));
    }

    /** The function or variable that a macro names, through other macros perhaps. */
    Optional<DeclId> target(MacroDefinition macro) {
        return named(macro).flatMap(name -> target(macro, name));
    }

    /** The function or variable of a name that a macro stands for. */
    Optional<DeclId> target(MacroDefinition macro, String name) {
        return declared(macro.name()).isEmpty() ? declared(name) : Optional.empty();
    }

    /** The text of the constant that a macro names: no compiler has it in an expression. Numbers are values there. */
    Optional<ConstantValue> text(MacroDefinition macro) {
        return named(macro).map(name -> declarations.get(new DeclId(DeclId.Kind.VAR, name)))
                .filter(MacroConstant.class::isInstance)
                .map(constant -> ((MacroConstant) constant).value())
                .filter(StringValue.class::isInstance);
    }

    /** Why the function or variable that a macro names is not bound; empty if it is, or the macro names none. */
    Optional<SkipCode> refusal(MacroDefinition macro) {
        return named(macro).flatMap(name -> refusal(macro, name));
    }

    /** Why the function or variable of a name that a macro stands for is not bound. */
    Optional<SkipCode> refusal(MacroDefinition macro, String name) {
        return name.equals(macro.name()) ? Optional.empty() : Optional.ofNullable(skipped.get(name));
    }

    /** Whether a macro is another name, and not an expression that has a value. */
    boolean isName(MacroDefinition macro) {
        return target(macro).isPresent() || text(macro).isPresent() || refusal(macro).isPresent();
    }

    /** The name that is all a macro stands for, through other macros perhaps. */
    Optional<String> named(MacroDefinition macro) {
        Set<String> seen = new HashSet<>();
        MacroDefinition last = macro;
        while (seen.add(last.name())) {
            Optional<String> name = soleName(last);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            MacroDefinition next = macros.get(name.get());
            // Without brackets behind it, the name of a macro with parameters stands for itself.
            if (next == null || next.functionLike() || seen.contains(next.name())) {
                return name;
            }
            last = next;
        }
        return Optional.empty();
    }

    /** Whether a name is that of a variable, constant or not. */
    boolean isVariable(String name) {
        return declarations.containsKey(new DeclId(DeclId.Kind.VAR, name));
    }

    /** Whether a name is that of a function. */
    boolean isFunction(String name) {
        return declarations.containsKey(DeclId.function(name));
    }

    /** Whether a name is that of a function or variable. */
    boolean isDeclared(String name) {
        return isVariable(name) || isFunction(name);
    }

    /** Notes that a macro is in force at the end of the headers. */
    void add(DeclId target, MacroDefinition macro) {
        found.computeIfAbsent(target, _ -> new TreeSet<>()).add(macro.name());
    }

    /** A declaration with the aliases found. */
    Declaration applied(Declaration declaration) {
        List<String> names = List.copyOf(found.getOrDefault(declaration.id(), new TreeSet<>()));
        return switch (declaration) {
            case FunctionDecl function when !names.isEmpty() -> function.withAliases(names);
            case VariableDecl variable when !names.isEmpty() -> variable.withAliases(names);
            default -> declaration;
        };
    }

    /** A variable that is a constant has a value, which is the macro's too. */
    private Optional<DeclId> declared(String name) {
        return Stream.of(DeclId.function(name), new DeclId(DeclId.Kind.VAR, name))
                .filter(id -> declarations.get(id) instanceof FunctionDecl
                        || declarations.get(id) instanceof VariableDecl)
                .findFirst();
    }

    /** The identifier that is all of a macro's body but brackets around it. */
    private static Optional<String> soleName(MacroDefinition macro) {
        List<String> body = macro.body();
        int middle = body.size() / 2;
        if (macro.functionLike() || body.size() % 2 == 0
                || !Character.isJavaIdentifierStart(body.get(middle).charAt(0))) {
            return Optional.empty();
        }
        boolean bracketed = body.subList(0, middle).stream().allMatch("("::equals)
                && body.subList(middle + 1, body.size()).stream().allMatch(")"::equals);
        return bracketed ? Optional.of(body.get(middle)) : Optional.empty();
    }
}
