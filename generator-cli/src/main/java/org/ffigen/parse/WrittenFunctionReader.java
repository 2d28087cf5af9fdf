package org.ffigen.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Linkage;

/** Makes functions of what the user wrote: macros with their prototypes, and typed instances of variadic functions. */
final class WrittenFunctionReader {

    private static final Set<BuiltinKind> BECOME_INT = Set.of(BuiltinKind.BOOL, BuiltinKind.CHAR,
            BuiltinKind.SIGNED_CHAR, BuiltinKind.UNSIGNED_CHAR, BuiltinKind.SHORT, BuiltinKind.UNSIGNED_SHORT,
            BuiltinKind.INT8, BuiltinKind.UINT8, BuiltinKind.INT16, BuiltinKind.UINT16, BuiltinKind.CHAR16);

    /** How to call a macro that has the name of a function. */
    static final String WAY_OUT = "in a header of your own, define a macro of another name that uses it, and give that"
            + " one's prototype in the config's macros, with --shims FILE";

    private final WrittenFunctions written;
    private final Map<DeclId, Declaration> declared;
    private final MacroAliases aliases;
    private final Diagnostics diagnostics;
    private final List<FunctionDecl> functions = new ArrayList<>();

    /** @param aliases tells the macros that are other names */
    WrittenFunctionReader(WrittenFunctions written, Map<DeclId, Declaration> declared, MacroAliases aliases,
            Diagnostics diagnostics) {
        this.written = written;
        this.declared = declared;
        this.aliases = aliases;
        this.diagnostics = diagnostics;
    }

    /** Refuses what is more than a prototype: it would be dropped in silence. */
    static void refuseBodies(WrittenFunctions written, Diagnostics diagnostics) {
        written.macros()
                .stream()
                .filter(macro -> new PrototypeText(macro.text()).hasMore())
                .forEach(macro -> error(macro, "this is more than one prototype",
                        "each element of the list is a prototype, without a body: int MAX(int a, int b)",
                        diagnostics));
    }

    /** Refuses prototypes of macros that have the names of functions: one name cannot be both. */
    static void refuseFunctions(WrittenFunctions written, CursorList topLevel, Sources sources,
            Diagnostics diagnostics) {
        Map<String, Given> macros = new HashMap<>();
        written.macros().forEach(macro -> macros.put(WrittenFunctions.macroName(macro), macro));
        for (int i = 0; i < topLevel.size() && !macros.isEmpty(); i++) {
            if (topLevel.kind(i) == CursorKind.FUNCTION_DECL
                    && macros.containsKey(topLevel.get(i).spelling())
                    && sources.isOwn(topLevel.get(i).location().file())) {
                String name = topLevel.get(i).spelling();
                error(macros.remove(name), "%s is a function too, and that is bound".formatted(name), WAY_OUT,
                        diagnostics);
            }
        }
    }

    /**
     * @param prototypes what clang read, by name
     * @param wrong macros that take nothing and are no expression
     */
    List<FunctionDecl> read(Map<String, FunctionType> prototypes, Collection<MacroDefinition> macros,
            Set<String> wrong) {
        for (Given macro : written.macros()) {
            String name = WrittenFunctions.macroName(macro);
            Optional<MacroDefinition> definition = macros.stream().filter(m -> m.name().equals(name)).findFirst();
            if (definition.isEmpty() || !prototypes.containsKey(name)) {
                error(macro, "the headers define no macro %s".formatted(name),
                        "a prototype names the macro: int MAX(int a, int b)");
            } else {
                macro(macro, definition.get(), prototypes.get(name));
            }
        }
        for (MacroDefinition macro : macros) {
            FunctionType type = prototypes.get(WrittenFunctions.CALL + macro.name());
            if (type != null && !wrong.contains(macro.name())
                    && !declared.containsKey(DeclId.function(macro.name()))) {
                functions.add(function(macro, type));
            }
        }
        List<WrittenFunctions.Instance> instances = written.instances();
        for (int i = 0; i < instances.size(); i++) {
            FunctionType types = prototypes.get(WrittenFunctions.INSTANCE + i);
            if (types != null) {
                instance(instances.get(i), types.parameters());
            }
        }
        return functions;
    }

    private void macro(Given given, MacroDefinition macro, FunctionType type) {
        if (!macro.functionLike() && !type.parameters().isEmpty()) {
            error(given, "the macro %s has no parameters".formatted(macro.name()),
                    "its prototype has none either: %s(void)".formatted(macro.name()));
        } else if (aliases.isName(macro)) {
            error(given, "%s is another name of what the headers declare".formatted(macro.name()),
                    "it is bound, or skipped, as that is");
        } else {
            // Of a macro, () says that it takes nothing.
            functions.add(function(macro, new FunctionType(type.result(), type.parameters(), type.variadic(), true)));
        }
    }

    private static FunctionDecl function(MacroDefinition macro, FunctionType type) {
        return new FunctionDecl(DeclId.function(macro.name()), macro.name(), type,
                macro.functionLike() ? Linkage.MACRO : Linkage.EXPRESSION,
                OptionalInt.empty(), Optional.empty(), false, Optional.empty(), macro.comment(), macro.source(),
                List.of());
    }

    private void instance(WrittenFunctions.Instance instance, List<Parameter> further) {
        Given name = instance.types().name();
        String function = instance.function().text();
        FunctionDecl base = variadic(function);
        if (base == null) {
            error(instance.function(), "the headers declare no variadic function %s".formatted(function),
                    "only a function with ... has typed instances, and a macro whose prototype is in macros");
            return;
        }
        if (further.size() != instance.types().types().size()) {
            error(name, "%s has types that are none, or several".formatted(name.text()),
                    "each element of the list is one type");
            return;
        }
        if (declared.containsKey(DeclId.function(name.text()))
                || functions.stream().anyMatch(other -> other.name().equals(name.text()))) {
            error(name, "there is a function %s already".formatted(name.text()), "choose another name");
            return;
        }
        List<Parameter> parameters = new ArrayList<>(base.type().parameters());
        for (int i = 0; i < further.size(); i++) {
            checkPromoted(instance.types().types().get(i), further.get(i).type());
            parameters.add(new Parameter(further.get(i).name(), further.get(i).type()));
        }
        functions.add(new FunctionDecl(DeclId.function(name.text()), base.symbol(),
                new FunctionType(base.type().result(), parameters, false, true), base.linkage(),
                OptionalInt.of(base.type().parameters().size()), Optional.empty(), base.noreturn(), base.deprecated(),
                base.comment(), base.source(), List.of()));
    }

    /** The variadic function of a name, or the macro with such a prototype; null if there is none. */
    private FunctionDecl variadic(String name) {
        return Stream.concat(Stream.ofNullable(declared.get(DeclId.function(name))), functions.stream())
                .filter(FunctionDecl.class::isInstance)
                .map(FunctionDecl.class::cast)
                .filter(function -> function.name().equals(name) && function.type().variadic())
                .findFirst()
                .orElse(null);
    }

    /** C passes no argument of these types where a prototype does not say so. */
    private void checkPromoted(Given given, CType type) {
        if (resolve(type) instanceof CType.Builtin(var kind)
                && (kind == BuiltinKind.FLOAT || BECOME_INT.contains(kind))) {
            error(given, "C passes no %s as a variadic argument".formatted(given.text()),
                    "it becomes %s: write that".formatted(kind == BuiltinKind.FLOAT ? "double" : "int"));
        }
    }

    private CType resolve(CType type) {
        CType at = type.unqualified();
        for (int i = 0; i < declared.size() && at instanceof CType.Named(var id)
                && declared.get(id) instanceof Declaration.TypedefDecl typedef; i++) {
            at = typedef.type().unqualified();
        }
        return at;
    }

    private void error(Given given, String message, String hint) {
        error(given, message, hint, diagnostics);
    }

    private static void error(Given given, String message, String hint, Diagnostics diagnostics) {
        diagnostics.add(new Diagnostic(DiagnosticCode.INVALID_CONFIG, Diagnostic.Severity.ERROR, message,
                given.place(), Optional.of(hint)));
    }
}
