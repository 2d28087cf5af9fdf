package org.ffigen.bind;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.ffigen.config.Given;
import org.ffigen.lower.Lowering;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.NativeApi;

/** Which C types are the characters of texts: {@code char}, and those that the user says are. */
final class Characters {

    private static final Set<BuiltinKind> BYTES = EnumSet.of(BuiltinKind.CHAR, BuiltinKind.SIGNED_CHAR,
            BuiltinKind.UNSIGNED_CHAR, BuiltinKind.INT8, BuiltinKind.UINT8);

    private final NativeApi api;
    private final Set<BuiltinKind> builtins = EnumSet.of(BuiltinKind.CHAR);
    private final Set<DeclId> typedefs = new HashSet<>();

    /** @param types what the user names; a type that there is not, or of more than a byte, is a diagnostic */
    Characters(List<Given> types, NativeApi api, Lowering lowering, Rulebook rulebook) {
        this.api = api;
        types.forEach(type -> add(type, lowering, rulebook));
    }

    private void add(Given type, Lowering lowering, Rulebook rulebook) {
        BuiltinKind builtin = BuiltinKind.of(type.text());
        DeclId id = DeclId.typedef(type.text());
        if (builtin == null && api.find(id).isEmpty()) {
            rulebook.unknown(type, "the headers have no type %s".formatted(type.text()), known());
        } else if (!BYTES.contains(builtin == null ? kind(new CType.Named(id), lowering).orElse(null) : builtin)) {
            rulebook.refuse(type, "%s is no integer of a byte".formatted(type.text()),
                    "for wider characters a charset says that they are texts, such as UTF-16LE");
        } else if (builtin != null) {
            builtins.add(builtin);
        } else {
            typedefs.add(id);
        }
    }

    /** Whether a type, const or not, is a character. */
    boolean include(CType type) {
        CType at = type.unqualified();
        while (at instanceof CType.Named(var id) && !typedefs.contains(id)
                && api.declarations().get(id) instanceof TypedefDecl typedef) {
            at = typedef.type().unqualified();
        }
        return at instanceof CType.Builtin(var kind)
                ? builtins.contains(kind)
                : at instanceof CType.Named(var id) && typedefs.contains(id);
    }

    private static Optional<BuiltinKind> kind(CType type, Lowering lowering) {
        return lowering.resolve(type) instanceof CType.Builtin(var kind) ? Optional.of(kind) : Optional.empty();
    }

    private TreeSet<String> known() {
        TreeSet<String> names = new TreeSet<>();
        api.all(TypedefDecl.class).forEach(typedef -> names.add(typedef.id().name()));
        BYTES.forEach(kind -> names.add(kind.spelling()));
        return names;
    }
}
