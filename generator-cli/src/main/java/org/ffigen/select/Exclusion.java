package org.ffigen.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/**
 * What is left of excluded types where something needs them. A struct or union becomes opaque: pointers to it stay
 * typed, and where it stands by value there is a type of unknown shape, so that what uses it is skipped with a code. An
 * enumeration is its integer, a function pointer's typedef an address; any other typedef is an alias and stays.
 */
final class Exclusion {

    private final NativeApi api;
    private final Set<DeclId> excluded;

    private Exclusion(NativeApi api, Set<DeclId> excluded) {
        this.api = api;
        this.excluded = excluded;
    }

    /** The api in which the excluded types are less than they were, and everything else refers to them so. */
    static NativeApi apply(NativeApi api, Set<DeclId> excluded) {
        if (excluded.isEmpty()) {
            return api;
        }
        Exclusion exclusion = new Exclusion(api, excluded);
        List<Declaration> declarations = new ArrayList<>();
        api.declarations().values().forEach(d -> declarations.add(exclusion.applied(d)));
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(), declarations,
                api.skipped());
    }

    private Declaration applied(Declaration declaration) {
        boolean out = excluded.contains(declaration.id());
        return switch (declaration) {
            case RecordDecl r -> out
                    ? new OpaqueDecl(r.id(), r.comment(), r.source())
                    : new RecordDecl(r.id(), r.members().stream().map(this::applied).toList(), r.layout(),
                            r.comment(), r.source());
            case EnumDecl e -> out
                    ? new EnumDecl(e.id(), e.type(), List.of(), e.flags(), e.comment(), e.source())
                    : e;
            case TypedefDecl t -> new TypedefDecl(t.id(), out && isFunctionPointer(t.type())
                    ? new CType.Pointer(CType.VOID)
                    : type(t.type(), false), t.align(), t.comment(), t.source());
            case FunctionDecl f -> new FunctionDecl(f.id(), f.symbol(), type(f.type()), f.linkage(),
                    f.firstVariadic(), f.shim(), f.noreturn(), f.deprecated(), f.comment(), f.source(), f.aliases());
            case VariableDecl v -> new VariableDecl(v.id(), v.symbol(), type(v.type(), true), v.threadLocal(), v.shim(),
                    v.deprecated(), v.comment(), v.source(), v.aliases());
            default -> declaration;
        };
    }

    private Member applied(Member member) {
        return new Member(member.name(), type(member.type(), true), member.bits(), member.deprecated(),
                member.comment());
    }

    private FunctionType type(FunctionType type) {
        return new FunctionType(type(type.result(), true),
                type.parameters()
                        .stream()
                        .map(p -> new FunctionType.Parameter(p.name(), type(p.type(), true)))
                        .toList(),
                type.variadic(), type.prototyped());
    }

    /** @param complete whether it stands by value */
    private CType type(CType type, boolean complete) {
        return switch (type) {
            case CType.Named(var id) -> complete ? excludedRecord(id).map(this::unknown).orElse(type) : type;
            case CType.Const(var inner) -> new CType.Const(type(inner, complete));
            case CType.Qualified(var qualifier, var inner) ->
                new CType.Qualified(qualifier, type(inner, complete));
            case CType.Pointer p -> new CType.Pointer(type(p.pointee(), false), p.nullability());
            case CType.Array a -> new CType.Array(type(a.element(), true), a.length());
            case CType.Function f -> new CType.Function(type(f.signature()));
            case CType.Atomic(var inner) -> new CType.Atomic(type(inner, complete));
            case CType.Builtin _,CType.Complex _,CType.Vector _,CType.BitInt _,CType.Unsupported _ -> type;
        };
    }

    private CType unknown(DeclId record) {
        return new CType.Unsupported(SkipCode.EXCLUDED_TYPE.code(), record.kind().word() + " " + record.name());
    }

    /** The excluded record that the name stands for, through typedefs. */
    private Optional<DeclId> excludedRecord(DeclId id) {
        Set<DeclId> seen = new HashSet<>();
        DeclId at = id;
        while (seen.add(at) && api.find(at).orElse(null) instanceof TypedefDecl typedef
                && typedef.type().unqualified() instanceof CType.Named(var next)) {
            at = next;
        }
        return excluded.contains(at) && api.find(at).orElse(null) instanceof RecordDecl
                ? Optional.of(at)
                : Optional.empty();
    }

    private static boolean isFunctionPointer(CType type) {
        return type.unqualified() instanceof CType.Pointer pointer
                && pointer.pointee().unqualified() instanceof CType.Function;
    }
}
