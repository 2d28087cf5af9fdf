package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ffigen.config.HandleRule;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.NativeApi;

/**
 * Handles that C declares as {@code typedef void CURL} or {@code typedef void *CXIndex}. Where the user says that one
 * has an end, Java takes it for what it means: a type of its own that only the library can look inside.
 */
final class HandleTypedefs {

    private HandleTypedefs() {
    }

    /** The API with a type of its own in the place of each such {@code void}. */
    static NativeApi typed(NativeApi api, List<HandleRule> rules) {
        Map<DeclId, Declaration> declarations = new TreeMap<>(api.declarations());
        for (HandleRule rule : rules) {
            DeclId id = DeclId.typedef(rule.type().text().replaceFirst("^typedef:", ""));
            DeclId tag = new DeclId(DeclId.Kind.STRUCT, id.name());
            if (api.find(id).orElse(null) instanceof TypedefDecl typedef && api.find(tag).isEmpty()) {
                ofVoid(typedef.type(), new CType.Named(tag)).ifPresent(type -> {
                    declarations.put(id,
                            new TypedefDecl(id, type, typedef.align(), typedef.comment(), typedef.source()));
                    declarations.put(tag, new OpaqueDecl(tag, typedef.comment(), typedef.source()));
                });
            }
        }
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(), declarations.values(),
                api.skipped());
    }

    private static Optional<CType> ofVoid(CType type, CType.Named named) {
        return switch (type) {
            case CType.Builtin(var kind) when kind == BuiltinKind.VOID -> Optional.of(named);
            case CType.Const(var inner) -> ofVoid(inner, named).map(CType.Const::new);
            case CType.Qualified(var qualifier, var inner) ->
                ofVoid(inner, named).map(to -> new CType.Qualified(qualifier, to));
            case CType.Pointer(var pointee, var nullability) when !(pointee.unqualified() instanceof CType.Pointer) ->
                ofVoid(pointee, named).map(to -> new CType.Pointer(to, nullability));
            default -> Optional.empty();
        };
    }
}
