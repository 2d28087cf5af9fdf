package org.ffigen.spell;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/** Writes declarations as C does, from the model: the same with every libclang and from a manifest. */
public final class CSpelling {

    private final NativeApi api;
    private final boolean keywords;

    public CSpelling(NativeApi api) {
        this(api, false);
    }

    private CSpelling(NativeApi api, boolean keywords) {
        this.api = api;
        this.keywords = keywords;
    }

    /**
     * Spells what the headers may lack, or call something else, by the compiler's own words: {@code _Bool} is none but
     * C's, where {@code bool} may be a typedef of the headers.
     */
    public static CSpelling withKeywords(NativeApi api) {
        return new CSpelling(api, true);
    }

    /**
     * A declaration of that name and type: C's inside-out syntax, from the name outwards.
     *
     * @param declarator the name; empty for the type alone
     */
    public String declare(CType type, String declarator) {
        return switch (type) {
            case CType.Builtin(var kind) -> join(builtin(kind), declarator);
            case CType.Complex(var part) -> join(complexPart(part) + " _Complex", declarator);
            case CType.Vector vector -> join(declare(vector.element(), "") + " __attribute__((vector_size("
                    + vector.bytes() + ")))", declarator);
            case CType.Atomic(var inner) -> join("_Atomic(" + declare(inner, "") + ")", declarator);
            case CType.BitInt(var bits, var signed) -> join((signed ? "" : "unsigned ") + "_BitInt(" + bits + ")",
                    declarator);
            case CType.Unsupported unsupported -> join(unsupported.spelling(), declarator);
            case CType.Named named -> join(typeName(named.id()), declarator);
            case CType.Const _,CType.Qualified _ -> qualified(type, declarator);
            case CType.Pointer pointer -> declare(pointer.pointee(), needsParentheses(pointer.pointee())
                    ? "(*" + declarator + ")"
                    : "*" + declarator);
            case CType.Array array -> declare(array.element(), declarator + "["
                    + (array.length().isPresent() ? Long.toString(array.length().getAsLong()) : "") + "]");
            case CType.Function function -> declare(function.signature().result(),
                    declarator + "(" + parameters(function.signature()) + ")");
        };
    }

    /** How C spells the type of that id in a declaration; a type without a name is {@code struct {...}}. */
    public String typeName(DeclId id) {
        if (id.onlyTypedef().isPresent()) {
            return id.onlyTypedef().get();
        }
        if (!id.isSpelled()) {
            return id.kind().word() + " {...}";
        }
        boolean renamed = api.find(DeclId.typedef(id.name())).orElse(null) instanceof TypedefDecl typedef
                && typedef.type().equals(new CType.Named(id));
        return renamed ? id.name() : tagged(id);
    }

    /** With the keyword, where it takes one. */
    public static String tagged(DeclId id) {
        return id.kind() == DeclId.Kind.TYPEDEF ? id.name() : id.kind().word() + " " + id.name();
    }

    private String builtin(BuiltinKind kind) {
        return switch (kind) {
            case BOOL -> keywords ? "_Bool" : "bool";
            case VA_LIST -> keywords ? "__builtin_va_list" : "va_list";
            default -> kind.spelling();
        };
    }

    /** To gcc {@code __float128} is a typedef, which takes no {@code _Complex}; the keyword does. */
    private String complexPart(CType part) {
        return part.equals(new CType.Builtin(BuiltinKind.FLOAT128)) ? "_Float128" : declare(part, "");
    }

    private String qualified(CType type, String declarator) {
        CType bare = type.unqualified();
        String qualifiers = qualifiers(type);
        if (bare instanceof CType.Pointer pointer) {
            return declare(pointer.pointee(), needsParentheses(pointer.pointee())
                    ? "(*" + qualifiers + declarator + ")"
                    : ("*" + qualifiers + declarator).stripTrailing());
        }
        return qualifiers + declare(bare, declarator);
    }

    /** The outermost qualifiers of a type, with a space behind each. */
    public static String qualifiers(CType type) {
        return (type instanceof CType.Const ? "const " : "") + Stream.of(CType.Qualifier.values())
                .filter(type::is)
                .map(qualifier -> qualifier.word() + " ")
                .collect(Collectors.joining());
    }

    private static boolean needsParentheses(CType pointee) {
        return pointee.unqualified() instanceof CType.Array || pointee.unqualified() instanceof CType.Function;
    }

    private String parameters(FunctionType type) {
        if (type.parameters().isEmpty()) {
            return type.prototyped() ? "void" : "";
        }
        return type.parameters().stream().map(p -> declare(p.type(), p.name())).collect(Collectors.joining(", "))
                + (type.variadic() ? ", ..." : "");
    }

    private static String join(String specifier, String declarator) {
        return declarator.isEmpty() ? specifier : specifier + " " + declarator;
    }
}
