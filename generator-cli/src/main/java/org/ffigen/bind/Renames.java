package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ffigen.config.Rename;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.NearestName;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/** The names that the user decides; each is for something that there is, and legal, or it is a diagnostic. */
final class Renames {

    private final Map<String, Rename> byKey = new LinkedHashMap<>();
    private final Set<String> types = new HashSet<>();
    /** Every member as its record has it, {@code point.x}; a type without a name, that of the member, goes by the same. */
    private final Set<String> members = new HashSet<>();

    Renames(List<Rename> renames, NativeApi api, Lowering lowering, Diagnostics diagnostics) {
        Set<String> known = known(api, lowering);
        Map<String, TypedefDecl> transparent = transparent(api, lowering);
        api.declarations().keySet().forEach(id -> types.add(id.toString()));
        api.all(RecordDecl.class)
                .forEach(record -> members(record, api).forEach(member -> members.add(record.name() + "." + member)));
        for (Rename rename : renames) {
            String key = rename.c().text();
            if (byKey.putIfAbsent(key, rename) != null) {
                diagnostics.add(invalid(rename, "%s is renamed twice".formatted(key), "keep one of the two"));
            } else if (!known.contains(key) && transparent.containsKey(key)) {
                diagnostics.add(ofTransparent(rename, transparent.get(key), lowering));
            } else if (!known.contains(key)) {
                List<String> near = NearestName.to(key, known, 3);
                diagnostics.add(new Diagnostic(DiagnosticCode.NOTHING_MATCHES, Diagnostic.Severity.ERROR,
                        "%s: there is no %s to be renamed".formatted(rename.c().by(), key), rename.c().place(),
                        Optional.of(near.isEmpty()
                                ? "--list shows everything that is bound"
                                : "did you mean " + String.join(" or ", near) + "?")));
            } else if (!ReservedNames.legal(rename.java().text()).equals(rename.java().text())) {
                diagnostics.add(invalid(rename, "%s: '%s' is no name in Java".formatted(rename.java().by(),
                        rename.java().text()),
                        "a name has letters, digits and _, begins with none of the digits, and is no word of Java"));
            }
        }
    }

    /** The name of a declaration; one that names its kind wins, and without it a member is meant and not its type. */
    Optional<Rename> find(DeclId id) {
        return Optional.ofNullable(byKey.get(id.toString()))
                .or(() -> Optional.ofNullable(members.contains(id.name()) ? null : byKey.get(id.name())));
    }

    /** The name of a member of a record, of a constant of an enumeration, or of a parameter of a function. */
    Optional<Rename> find(DeclId owner, String member) {
        String key = owner + "." + member;
        return Optional.ofNullable(types.contains(key) ? null : byKey.get(key))
                .or(() -> Optional.ofNullable(byKey.get(owner.name() + "." + member)));
    }

    /** The name of an enumerator, which C knows without its enumeration, too. */
    Optional<Rename> ofConstant(DeclId owner, String name) {
        return find(owner, name).or(() -> Optional.ofNullable(byKey.get(name)));
    }

    static Diagnostic invalid(Rename rename, String message, String hint) {
        return new Diagnostic(DiagnosticCode.INVALID_RENAME, Diagnostic.Severity.ERROR, message, rename.java().place(),
                Optional.of(hint));
    }

    /** The typedefs that are what they stand for in Java, by all that they are called. */
    private static Map<String, TypedefDecl> transparent(NativeApi api, Lowering lowering) {
        Map<String, TypedefDecl> transparent = new HashMap<>();
        api.all(TypedefDecl.class)
                .stream()
                .filter(typedef -> !TypeNames.hasFile(typedef, lowering))
                .forEach(typedef -> {
                    transparent.put(typedef.name(), typedef);
                    transparent.put(typedef.id().toString(), typedef);
                });
        return transparent;
    }

    private static Diagnostic ofTransparent(Rename rename, TypedefDecl typedef, Lowering lowering) {
        CType type = lowering.resolve(typedef.type());
        while (type instanceof CType.Pointer pointer) {
            type = lowering.resolve(pointer.pointee());
        }
        return invalid(rename, "%s is no type of its own in Java".formatted(rename.c().text()),
                type instanceof CType.Named(var id)
                        ? "it stands for %s: rename that".formatted(id)
                        : "Java has what it stands for");
    }

    private static Set<String> known(NativeApi api, Lowering lowering) {
        Set<String> known = new HashSet<>();
        for (Declaration declaration : api.declarations().values()) {
            if (declaration instanceof TypedefDecl && !TypeNames.hasFile(declaration, lowering)) {
                continue;
            }
            known.add(declaration.id().toString());
            known.add(declaration.name());
            declaration.aliases().forEach(alias -> known.addAll(List.of(alias, declaration.idAs(alias).toString())));
            members(declaration, api).forEach(member -> {
                known.add(declaration.id() + "." + member);
                known.add(declaration.name() + "." + member);
            });
            if (declaration instanceof EnumDecl enumeration) {
                enumeration.constants().forEach(constant -> known.add(constant.name()));
            }
        }
        return known;
    }

    private static List<String> members(Declaration declaration, NativeApi api) {
        List<String> members = new ArrayList<>();
        if (declaration instanceof RecordDecl record) {
            FlatMembers.of(record, api).stream().map(m -> m.name()).filter(n -> !n.isEmpty()).forEach(members::add);
        } else if (declaration instanceof EnumDecl enumeration) {
            enumeration.constants().forEach(constant -> members.add(constant.name()));
        } else if (declaration instanceof FunctionDecl function) {
            List<FunctionType.Parameter> parameters = function.calledType().parameters();
            for (int i = 0; i < parameters.size(); i++) {
                members.add(ParameterNames.key(parameters.get(i), i - function.hiddenParameters()));
            }
        }
        return members;
    }
}
