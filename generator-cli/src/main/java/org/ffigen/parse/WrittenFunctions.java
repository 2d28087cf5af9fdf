package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.config.FunctionRules;
import org.ffigen.config.FunctionRules.VariadicInstance;
import org.ffigen.config.Given;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.NativeApi;

/**
 * Functions that the user writes down in C, behind the headers so that these are in scope: prototypes of macros, and
 * variadic functions with the types of their arguments. Each stands on three lines of its own.
 *
 * @param macros prototypes of macros
 * @param functions which typed instances variadic functions have
 * @param calls macros that take nothing, of which clang is asked what they give
 */
public record WrittenFunctions(List<Given> macros, List<FunctionRules> functions, List<String> calls) {

    /** Nothing. */
    public static final WrittenFunctions NONE = new WrittenFunctions(List.of(), List.of());

    /** What functions with the types of macros that take nothing are called; the macro's name follows. */
    static final String CALL = "ffigen_call_";

    /** What the functions with the types of variadic arguments are called; a number follows. */
    static final String INSTANCE = "ffigen_instance_";

    private static final int LINES = 3;

    /** A typed instance, and the function it is of. */
    record Instance(Given function, VariadicInstance types) {}

    public WrittenFunctions {
        macros = List.copyOf(macros);
        functions = List.copyOf(functions);
        calls = List.copyOf(calls);
    }

    /** What the user writes, and no more. */
    public WrittenFunctions(List<Given> macros, List<FunctionRules> functions) {
        this(macros, functions, List.of());
    }

    /** The same, with macros that take nothing. */
    WrittenFunctions withCalls(List<String> names) {
        return new WrittenFunctions(macros, functions, names);
    }

    /** The declarations, as they stand behind the headers. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Given macro : macros) {
            text.append("\n#undef ").append(macroName(macro)).append('\n').append(oneLine(macro)).append(";\n");
        }
        List<Instance> instances = instances();
        for (int i = 0; i < instances.size(); i++) {
            String types = instances.get(i)
                    .types()
                    .types()
                    .stream()
                    .map(WrittenFunctions::oneLine)
                    .collect(
                            Collectors.joining(", "));
            text.append("\n\nvoid ").append(INSTANCE).append(i).append('(').append(types).append(");\n");
        }
        // Behind a comma an array is a pointer, as it is in a result.
        calls.forEach(name -> text.append("#ifdef ")
                .append(name)
                .append("\n__typeof__((0, ")
                .append(name)
                .append("())) ")
                .append(CALL)
                .append(name)
                .append("(void);\n#endif\n"));
        return text.toString();
    }

    /** What is written and a manifest does not have: it has no macros and types that C could be asked for. */
    public List<Given> missingFrom(NativeApi api) {
        Set<String> known = api.all(FunctionDecl.class).stream().map(Declaration::name).collect(Collectors.toSet());
        List<Given> missing = new ArrayList<>(macros);
        missing.removeIf(macro -> known.contains(macroName(macro)));
        instances().stream().map(i -> i.types().name()).filter(n -> !known.contains(n.text())).forEach(missing::add);
        return missing;
    }

    /** The macro that a prototype is of. */
    static String macroName(Given macro) {
        return new PrototypeText(macro.text()).name().orElse("ffigen_no_name");
    }

    List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        functions.forEach(rules -> rules.variadic().forEach(v -> instances.add(new Instance(rules.function(), v))));
        return instances;
    }

    /** What makes the function of that name. */
    Optional<Given> find(String function) {
        return macros.stream()
                .filter(macro -> macroName(macro).equals(function))
                .findFirst()
                .or(() -> instances().stream()
                        .map(instance -> instance.types().name())
                        .filter(name -> name.text().equals(function))
                        .findFirst());
    }

    /** What was given in a line of the text, counted from 0. */
    Optional<Given> givenAt(int line) {
        int index = Math.floorDiv(line, LINES);
        if (line < 0 || index >= macros.size() + instances().size()) {
            return Optional.empty();
        }
        return Optional.of(index < macros.size()
                ? macros.get(index)
                : instances().get(index - macros.size()).types().name());
    }

    /** The types that a user gives a variadic function, in a line of the text, counted from 0. */
    Optional<VariadicInstance> instanceAt(int line) {
        int index = Math.floorDiv(line, LINES) - macros.size();
        return line >= 0 && index >= 0 && index < instances().size()
                ? Optional.of(instances().get(index).types())
                : Optional.empty();
    }

    /** The macro without parameters that is asked for in a line of the text, counted from 0. */
    Optional<String> callAt(int line) {
        int index = Math.floorDiv(line, LINES) - macros.size() - instances().size();
        return index >= 0 && index < calls.size() ? Optional.of(calls.get(index)) : Optional.empty();
    }

    /** Whether a line of the text, or behind it, is where macros without parameters are asked for. */
    boolean isFromCallsOn(int line) {
        return !calls.isEmpty() && line >= LINES * (macros.size() + instances().size());
    }

    private static String oneLine(Given given) {
        return given.text().replaceAll("\\s+", " ");
    }
}
