package org.ffigen.shim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Shim;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;

/** Decides what is called through a shim: what is in no library, and what the foreign linker refuses. */
public final class Shims {

    private final String library;
    private final String prefix;
    private final Lowering lowering;
    /** What is known to have no shim that would do; so says the manifest the API may come from. */
    private final Set<String> shimless;

    private Shims(NativeApi api, String library) {
        this.library = library;
        this.prefix = "ffigen_" + identifier(api.library()) + "_";
        this.lowering = new Lowering(api, api.targets().values().iterator().next());
        this.shimless = api.skipped()
                .stream()
                .filter(skipped -> skipped.code().isOfShim())
                .map(Skipped::name)
                .collect(Collectors.toSet());
    }

    /** The name of a library of shims that the user gives none. */
    public static String defaultLibrary(String library) {
        return identifier(library).equals(library) ? library + "-shims" : identifier(library) + "-shims";
    }

    /**
     * The API with a shim for each function and variable that needs one.
     *
     * @param library the name the loader will know the library of shims by
     */
    public static NativeApi planned(NativeApi api, String library) {
        Shims shims = new Shims(api, library);
        List<Declaration> declarations = api.declarations().values().stream().map(shims::planned).toList();
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(), declarations,
                api.skipped());
    }

    /** The API without the shims that cannot be; what they would call is skipped. */
    public static NativeApi without(NativeApi api, Map<DeclId, SkipCode> refused) {
        List<Declaration> declarations = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(api.skipped());
        for (Declaration declaration : api.declarations().values()) {
            SkipCode code = refused.get(declaration.id());
            if (code != null && declaration instanceof FunctionDecl function) {
                skipped.add(new Skipped("function", function.name(), code, code.reason(), function.source()));
            }
            declarations.add(code == null ? declaration : withoutShim(declaration));
        }
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(), declarations, skipped);
    }

    private static Declaration withoutShim(Declaration declaration) {
        return switch (declaration) {
            case FunctionDecl function -> function.withShim(Optional.empty());
            case VariableDecl variable -> variable.withShim(Optional.empty());
            default -> declaration;
        };
    }

    private Declaration planned(Declaration declaration) {
        return switch (declaration) {
            case FunctionDecl function when needsShim(function) && !shimless.contains(function.name()) ->
                function.withShim(Optional.of(
                        new Shim(library, prefix + function.name(), ByPointer.of(function.type(), lowering))));
            case VariableDecl variable when variable.threadLocal() && variable.type().isSpelled() ->
                variable.withShim(Optional.of(new Shim(library, prefix + variable.name(), new FunctionType(
                        new CType.Pointer(variable.type()), List.of(), false, true))));
            default -> declaration;
        };
    }

    private boolean needsShim(FunctionDecl function) {
        FunctionType type = function.type();
        return !type.variadic() && type.isSpelled()
                && (!function.linkage().isExported() || lowering.refusal(type).isPresent())
                && lowering.refusal(ByPointer.of(type, lowering)).isEmpty();
    }

    /** The characters of a name that may stand in an identifier, of a path the file's name without its ending. */
    private static String identifier(String library) {
        String file = library.substring(Math.max(library.lastIndexOf('/'), library.lastIndexOf('\\')) + 1);
        boolean isPath = !file.equals(library);
        int dot = file.indexOf('.');
        String name = isPath && dot > 0 ? file.substring(0, dot) : file;
        return Optional.of(name.replaceAll("[^A-Za-z0-9_]", "_")).filter(n -> !n.isEmpty()).orElse("library");
    }
}
