package org.ffigen.bind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ffigen.config.KeptNames;
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
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * The Java names of everything that is declared, given once: those the user decides first, then the others in the order
 * of the headers, so that what is added later gives way.
 */
final class DeclaredNames {

    /** What the keys of generated types begin with, which no id does. */
    private static final String GENERATED = "generated:";
    private static final String SECOND = "second:";

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

    /** What gives the names of declarations, in their order, until they are given. */
    private final Map<Turn, List<Runnable>> wanted = new EnumMap<>(Turn.class);

    private final Set<DeclId> enumTypes;
    private final Set<String> packages;

    /**
     * @param living keys of generated types that are known to be there still, for {@link NameClaims}
     * @param packages what the names of the user's own methods begin with, which a constant or type would hide
     */
    DeclaredNames(NativeApi api, Lowering lowering, JavaNaming naming, Set<String> living, Set<String> packages,
            Diagnostics diagnostics) {
        this.api = api;
        this.packages = packages;
        this.strategy = new NamingStrategy(naming.rules());
        this.renames = new Renames(naming.rules().renames(), api, lowering, diagnostics);
        this.enumTypes = EnumTypes.of(api, naming.kept().integers());
        this.claims = new NameClaims(naming.kept(), living, diagnostics);
        files.take(naming.className(), "the class of the library");
        constants.take(naming.className(), "the class of the library");
        List<Declaration> inOrder = DeclarationOrder.of(api);
        inOrder.forEach(declaration -> name(declaration, TypeNames.hasFile(declaration, lowering)));
        inOrder.forEach(this::aliases);
        for (Turn turn : Turn.values()) {
            if (turn == Turn.NEW) {
                claims.reserveGenerated(GENERATED, files);
                claims.reserveGenerated(SECOND, methods);
            }
            wanted.getOrDefault(turn, List.of()).forEach(Runnable::run);
        }
        wanted.clear();
    }

    /** In its turn that name is given. */
    private void want(NameRequest request, Runnable give) {
        wanted.computeIfAbsent(claims.turn(request), _ -> new ArrayList<>()).add(give);
    }

    private void name(Declaration declaration, boolean hasFile) {
        DeclId id = declaration.id();
        if (declaration instanceof EnumDecl enumeration && !hasFile) {
            enumeration.constants()
                    .forEach(c -> constant(id + "." + c.name(), c.name(), renames.ofConstant(id, c.name())));
        } else if (hasFile) {
            int place = id.name().indexOf('.');
            String name = place < 0 ? PublicName.of(id, api) : outermost(id, place) + id.name().substring(place);
            NameRequest plain = request(id.toString(), name, place >= 0, strategy::type,
                    n -> FileNames.fitting(apart(ReservedNames.type(n))), renames.find(id));
            NameRequest request = isInSuch(id) ? plain.ofType() : plain;
            want(request, () -> types.put(id, claims.claim(request, files, constants)));
        } else if (declaration instanceof FunctionDecl || declaration instanceof VariableDecl) {
            NameRequest request = request(id.toString(), id.name(), false, strategy::member, ReservedNames::method,
                    renames.find(id));
            want(request, () -> methodNames.put(id, claims.claim(request, methods, null)));
        } else if (declaration instanceof MacroConstant) {
            constant(id.toString(), id.name(), renames.find(id));
        }
    }

    /** Whether it stands in a record of its own kind, so that its id is a member's, too. */
    private boolean isInSuch(DeclId id) {
        int last = id.name().lastIndexOf('.');
        return last >= 0 && api.declarations().containsKey(new DeclId(id.kind(), id.name().substring(0, last)));
    }

    /** The name of what one without a name stands in, of a type as everybody knows it or as the user decides. */
    private String outermost(DeclId id, int place) {
        String name = id.name().substring(0, place);
        return Stream.of(DeclId.Kind.STRUCT, DeclId.Kind.UNION)
                .map(kind -> new DeclId(kind, name))
                .filter(api.declarations()::containsKey)
                .findFirst()
                .map(outer -> renames.find(outer)
                        .map(rename -> rename.java().text())
                        .orElseGet(() -> strategy.stripped(PublicName.of(outer, api))))
                .orElseGet(() -> strategy.stripped(name));
    }

    /** What macros call it; a name that Java spells as the function's own is that one. */
    private void aliases(Declaration declaration) {
        for (String alias : declaration.aliases()) {
            DeclId id = declaration.idAs(alias);
            NameRequest request = request(id.toString(), alias, false, strategy::member, ReservedNames::method,
                    renames.find(id));
            want(request, () -> {
                String own = methodNames.get(declaration.id());
                boolean same = request.rename().isEmpty() && request.preferred().getFirst().equals(own);
                methodNames.put(id, same ? own : claims.claim(request, methods, null));
            });
        }
    }

    private void constant(String c, String name, Optional<Rename> rename) {
        NameRequest request = request(c, name, false, ReservedNames::legal,
                n -> apart(ReservedNames.constant(n)), rename);
        want(request, () -> {
            if (!constantNames.containsKey(name)) {
                constantNames.put(name, claims.claim(request, constants, files));
            }
        });
    }

    private String apart(String name) {
        return packages.contains(name) ? name + "_" : name;
    }

    private NameRequest request(String c, String name, boolean whole, UnaryOperator<String> spelling,
            UnaryOperator<String> avoiding, Optional<Rename> rename) {
        String stripped = whole ? name : strategy.stripped(name);
        String spelled = spelling.apply(stripped);
        String best = avoiding.apply(spelled);
        return new NameRequest(c, List.of(best, avoiding.apply(spelling.apply(name))), avoiding,
                decoration(stripped, best), rename);
    }

    /** Why a name is not spelled as in C; empty if only its case and underscores differ. */
    private static Optional<String> decoration(String stripped, String best) {
        if (!ReservedNames.isSpelled(stripped.replace('.', '_').replace('#', '_'))) {
            return Optional.of("Java has no names with such characters");
        }
        if (stripped.indexOf('$') >= 0 && best.indexOf('$') < 0) {
            return Optional.of(ReservedNames.NESTED);
        }
        return best.endsWith("_") && !stripped.endsWith("_")
                ? Optional.of(ReservedNames.reason(best.substring(0, best.length() - 1)))
                : Optional.empty();
    }

    /** The names of the members of a record; an empty one for a member without a name. */
    List<String> members(DeclId record, List<Declaration.Member> members, UnaryOperator<String> avoiding,
            NameScope scope) {
        List<NameRequest> requests = members.stream()
                .map(member -> member.name().isEmpty()
                        ? NameRequest.NONE
                        : request(record + "." + member.name(), member.name(), true, strategy::member,
                                n -> avoiding.apply(ReservedNames.placeMember(n)),
                                renames.find(record, member.name())))
                .toList();
        return claims.claim(requests, scope);
    }

    /**
     * The name that the user decides for a parameter, if so; it must be free.
     *
     * @param c the parameter's name in C
     * @param isTaken tells the names that the method gives another meaning
     */
    Optional<String> parameter(DeclId function, String c, NameScope scope, Predicate<String> isTaken) {
        return renames.find(function, c).map(rename -> {
            String name = rename.java().text();
            if (isTaken.test(name)) {
                scope.take(name, "something else in the code of the method");
            }
            return claims.renamedOnce(function + "." + c, rename, scope);
        });
    }

    /** The names of the constants of an enumeration with a file of its own. */
    List<String> constants(EnumDecl enumeration, String javaName) {
        NameScope scope = NameScope.ofMembers();
        scope.take(javaName, "the enumeration itself");
        return claims.claim(enumeration.constants()
                .stream()
                .map(constant -> request(enumeration.id() + "." + constant.name(), constant.name(), false,
                        ReservedNames::legal, ReservedNames::enumConstant,
                        renames.ofConstant(enumeration.id(), constant.name())))
                .toList(), scope);
    }

    TypeNames types() {
        return new TypeNames(types, enumTypes);
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

    /**
     * The name of a type that C has no name for, by where it stands; declared types come first.
     *
     * @param c how C writes the type, by which its name is kept
     */
    String place(String preferred, FunctionType type, String c) {
        String place = GENERATED + preferred + " ";
        return places.computeIfAbsent(List.of(preferred, type),
                _ -> claims.generatedAt(place, place + c, FileNames.fitting(preferred), files));
    }

    /** The keys of generated types whose names others took that asked first; the names are to be given anew. */
    Set<String> robbed() {
        return claims.robbed();
    }

    /** The nearest free name for a file of ours. */
    String free(String preferred) {
        return claims.generated(GENERATED + preferred, preferred, files);
    }

    /** The name of the nonblocking method of a function, after all first names. */
    String nonblocking(DeclId function, String preferred) {
        return claims.second(SECOND + preferred, preferred, methods, function + GivenName.NONBLOCKING);
    }

    /** What keeps all of these names. */
    KeptNames kept() {
        SortedSet<String> integers = new TreeSet<>();
        api.all(EnumDecl.class)
                .stream()
                .map(EnumDecl::id)
                .filter(id -> types.containsKey(id) && !enumTypes.contains(id))
                .forEach(id -> integers.add(id.toString()));
        return new KeptNames(claims.names(), integers);
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
