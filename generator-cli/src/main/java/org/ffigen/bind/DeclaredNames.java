package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.ffigen.config.Rename;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.lower.Lowering;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;

/**
 * The Java names of everything that is declared, given once: those the user decides first, then the others in the order
 * of the headers, so that what is added later gives way.
 */
final class DeclaredNames {

    private final NativeApi api;
    private final NamingStrategy strategy;
    private final Renames renames;
    private final NameClaims claims;
    private final NameScope files = NameScope.ofFiles();
    private final NameScope methods = NameScope.ofMembers();
    private final NameScope constants = NameScope.ofMembers();
    private final Map<DeclId, String> types = new LinkedHashMap<>();
    private final Map<DeclId, String> methodNames = new HashMap<>();
    private final Map<String, String> constantNames = new HashMap<>();
    private final Map<List<Object>, String> places = new HashMap<>();

    DeclaredNames(NativeApi api, Lowering lowering, JavaNaming naming, Diagnostics diagnostics) {
        this.api = api;
        this.strategy = new NamingStrategy(naming.rules());
        this.renames = new Renames(naming.rules().renames(), api, diagnostics);
        this.claims = new NameClaims(diagnostics);
        files.take(naming.className(), "the class of the library");
        constants.take(naming.className(), "the class of the library");
        List<Declaration> inOrder = DeclarationOrder.of(api);
        for (boolean renamed : new boolean[]{true, false}) {
            inOrder.forEach(declaration -> name(declaration, TypeNames.hasFile(declaration, lowering), renamed));
            inOrder.forEach(declaration -> aliases(declaration, renamed));
        }
    }

    private void name(Declaration declaration, boolean hasFile, boolean renamed) {
        DeclId id = declaration.id();
        if (declaration instanceof EnumDecl enumeration && !hasFile) {
            enumeration.constants()
                    .stream()
                    .filter(constant -> renames.ofConstant(id, constant.name()).isPresent() == renamed)
                    .forEach(c -> constant(id + "." + c.name(), c.name(), renames.ofConstant(id, c.name())));
        } else if (renames.find(id).isPresent() == renamed) {
            if (hasFile) {
                boolean place = id.name().indexOf('.') >= 0;
                types.put(id, claims.claim(request(id.toString(), PublicName.of(id, api), place, strategy::type,
                        n -> FileNames.fitting(ReservedNames.type(n)), renames.find(id)), files, constants));
            } else if (declaration instanceof FunctionDecl || declaration instanceof VariableDecl) {
                methodNames.put(id, claims.claim(request(id.toString(), id.name(), false, strategy::member,
                        ReservedNames::method, renames.find(id)), methods, null));
            } else if (declaration instanceof MacroConstant) {
                constant(id.toString(), id.name(), renames.find(id));
            }
        }
    }

    /** What macros call it; a name that Java spells as the function's own is that one. */
    private void aliases(Declaration declaration, boolean renamed) {
        for (String alias : declaration.aliases()) {
            DeclId id = declaration.idAs(alias);
            NameRequest request = request(id.toString(), alias, false, strategy::member, ReservedNames::method,
                    renames.find(id));
            if (request.rename().isPresent() == renamed) {
                String own = methodNames.get(declaration.id());
                methodNames.put(id, !renamed && request.preferred().getFirst().equals(own)
                        ? own
                        : claims.claim(request, methods, null));
            }
        }
    }

    private void constant(String c, String name, Optional<Rename> rename) {
        if (!constantNames.containsKey(name)) {
            constantNames.put(name, claims.claim(request(c, name, false, ReservedNames::legal, ReservedNames::constant,
                    rename), constants, files));
        }
    }

    private NameRequest request(String c, String name, boolean whole, UnaryOperator<String> spelling,
            UnaryOperator<String> avoiding, Optional<Rename> rename) {
        String stripped = whole ? name : strategy.stripped(name);
        String spelled = spelling.apply(stripped);
        String best = avoiding.apply(spelled);
        return new NameRequest(c, List.of(best, avoiding.apply(spelling.apply(name))), avoiding,
                best.endsWith("_") && !stripped.endsWith("_")
                        ? Optional.of(ReservedNames.reason(best.substring(0, best.length() - 1)))
                        : Optional.empty(), rename);
    }

    /** The names of the members of a record; an empty one for a member without a name. */
    List<String> members(DeclId record, List<Declaration.Member> members, UnaryOperator<String> avoiding,
            NameScope scope) {
        String[] names = new String[members.size()];
        for (boolean renamed : new boolean[]{true, false}) {
            for (int i = 0; i < names.length; i++) {
                String name = members.get(i).name();
                Optional<Rename> rename = renames.find(record, name);
                if (name.isEmpty()) {
                    names[i] = "";
                } else if (rename.isPresent() == renamed) {
                    names[i] = claims.claim(request(record + "." + name, name, true, strategy::member,
                            n -> avoiding.apply(ReservedNames.placeMember(n)), rename), scope, null);
                }
            }
        }
        return List.of(names);
    }

    /** The names of the constants of an enumeration with a file of its own. */
    List<String> constants(EnumDecl enumeration, String javaName) {
        NameScope scope = NameScope.ofMembers();
        scope.take(javaName, "the enumeration itself");
        String[] names = new String[enumeration.constants().size()];
        for (boolean renamed : new boolean[]{true, false}) {
            for (int i = 0; i < names.length; i++) {
                EnumConstant constant = enumeration.constants().get(i);
                Optional<Rename> rename = renames.ofConstant(enumeration.id(), constant.name());
                if (rename.isPresent() == renamed) {
                    names[i] = claims.claim(request(enumeration.id() + "." + constant.name(), constant.name(), false,
                            ReservedNames::legal, ReservedNames::enumConstant, rename), scope, null);
                }
            }
        }
        return List.of(names);
    }

    TypeNames types() {
        return new TypeNames(types, EnumTypes.of(api));
    }

    NamingStrategy strategy() {
        return strategy;
    }

    /** Where second names of methods are claimed, after all first ones. */
    NameScope methods() {
        return methods;
    }

    /** The methods of a function, or the getters of a variable: its own first, then those of its aliases. */
    List<MethodName> methodsOf(Declaration declaration) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        aliases.put(methodNames.get(declaration.id()), new ArrayList<>());
        for (String alias : declaration.aliases()) {
            aliases.computeIfAbsent(methodNames.get(declaration.idAs(alias)), _ -> new ArrayList<>()).add(alias);
        }
        return aliases.entrySet().stream().map(entry -> new MethodName(entry.getKey(), entry.getValue())).toList();
    }

    /** The constant of a macro or an enumerator. */
    String constant(String cName) {
        return constantNames.get(cName);
    }

    /** The name of a type that C has no name for, by where it stands; declared types come first. */
    String place(String preferred, Object type) {
        return places.computeIfAbsent(List.of(preferred, type), key -> files.claim(FileNames.fitting(preferred)));
    }

    /** The nearest free name for a file of ours. */
    String free(String preferred) {
        return files.claim(preferred);
    }

    /** The names of declarations by their ids. */
    Map<DeclId, String> all() {
        Map<DeclId, String> all = new HashMap<>(types);
        all.putAll(methodNames);
        api.all(MacroConstant.class).forEach(macro -> all.put(macro.id(), constantNames.get(macro.name())));
        return all;
    }

    /** The names that are other than expected, by what has them. */
    List<GivenName> given() {
        return claims.given();
    }
}
