package org.ffigen.manifest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ffigen.lower.Lowering;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.NativeApi;

/**
 * Which typedefs are handles: names for pointers ({@code typedef void *CXIndex}, {@code typedef struct s *gzFile}), or
 * for what is pointed to ({@code typedef void CURL}), that some function hands out, as its result or through an
 * out-parameter. Callers get such an address from the library and give it back; they have no bytes to offer for it.
 */
final class Handles {

    private final NativeApi api;
    private final Lowering lowering;
    private final Set<DeclId> names = new HashSet<>();

    Handles(NativeApi api, Lowering lowering) {
        this.api = api;
        this.lowering = lowering;
        for (FunctionDecl function : api.all(FunctionDecl.class)) {
            name(function.type().result()).ifPresent(names::add);
            for (Parameter parameter : function.type().parameters()) {
                if (lowering.resolve(parameter.type()) instanceof CType.Pointer(var pointee, _)) {
                    name(pointee).ifPresent(names::add);
                }
            }
        }
    }

    boolean contains(CType type) {
        Optional<DeclId> name = name(type);
        return name.isPresent() && names.contains(name.get());
    }

    /** The typedef that makes an address of that type a candidate. A constant one cannot be filled in or given out. */
    private Optional<DeclId> name(CType type) {
        if (!(lowering.resolve(type) instanceof CType.Pointer(var pointee, _))) {
            return Optional.empty();
        }
        return switch (lowering.resolve(pointee)) {
            case CType.Builtin(var kind) when kind == BuiltinKind.VOID -> typedef(type).or(() -> typedef(pointee));
            case CType.Named _ -> typedef(type);
            default -> Optional.empty();
        };
    }

    private Optional<DeclId> typedef(CType type) {
        return switch (type) {
            case CType.Qualified(_, var inner) -> typedef(inner);
            case CType.Named(var id) when api.declarations().get(id) instanceof TypedefDecl -> Optional.of(id);
            default -> Optional.empty();
        };
    }
}
