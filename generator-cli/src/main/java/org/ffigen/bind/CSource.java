package org.ffigen.bind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * Declarations as C spells them, printed from the model, so that they are the same with every libclang and from a
 * manifest.
 */
final class CSource {

    private final NativeApi api;

    CSource(NativeApi api) {
        this.api = api;
    }

    String function(FunctionDecl function) {
        return declare(new CType.Function(function.type()), function.name());
    }

    String variable(VariableDecl variable) {
        return "extern " + declare(variable.type(), variable.name());
    }

    String typedef(TypedefDecl typedef) {
        return "typedef " + declare(typedef.type(), typedef.name());
    }

    String opaque(DeclId id) {
        boolean typedef = api.find(DeclId.typedef(id.name())).isPresent();
        return typedef ? "typedef " + tagged(id) + " " + id.name() : tagged(id);
    }

    /** The comment of a type; C often has it on the typedef that names it. */
    Optional<String> comment(Declaration type) {
        return type.comment().or(() -> api.find(DeclId.typedef(type.name())).flatMap(Declaration::comment));
    }

    String member(Member member) {
        String text = declare(member.type(), member.name());
        return member.bits().isPresent() ? text + " : " + member.bits().getAsInt() : text;
    }

    /** How C spells the type of that id in a declaration. */
    String typeName(DeclId id) {
        boolean renamed = api.find(DeclId.typedef(id.name())).isPresent();
        return renamed || !id.isSpelled() ? (id.isSpelled() ? id.name() : id.kind().word() + " {...}") : tagged(id);
    }

    private static String tagged(DeclId id) {
        return id.kind() == DeclId.Kind.TYPEDEF ? id.name() : id.kind().word() + " " + id.name();
    }

    /** A record's declaration, a line a member. */
    List<String> record(RecordDecl record) {
        return block(record.id(), record.members().stream().flatMap(m -> memberLines(m, "    ").stream()).toList());
    }

    private List<String> memberLines(Member member, String indent) {
        if (member.type() instanceof CType.Named named && !named.id().isSpelled()
                && api.find(named.id()).orElse(null) instanceof RecordDecl inner) {
            List<String> lines = inner.members()
                    .stream()
                    .flatMap(m -> memberLines(m, indent + "    ").stream())
                    .collect(Collectors.toList());
            lines.addFirst(indent + inner.id().kind().word() + " {");
            lines.addLast(indent + ("} " + member.name()).stripTrailing() + ";");
            return lines;
        }
        return List.of(indent + member(member) + ";");
    }

    /** An enumeration's declaration, a line a constant. */
    List<String> enumeration(EnumDecl declaration) {
        return block(declaration.id(),
                declaration.constants().stream().map(c -> "    " + c.name() + " = " + c.value() + ",").toList());
    }

    private List<String> block(DeclId id, List<String> lines) {
        boolean typedef = id.isSpelled() && api.find(DeclId.typedef(id.name())).isPresent();
        String open = id.kind().word() + (typedef || !id.isSpelled() ? "" : " " + id.name()) + " {";
        List<String> all = lines.stream().collect(Collectors.toList());
        all.addFirst(typedef ? "typedef " + open : open);
        all.addLast(typedef ? "} " + id.name() + ";" : "};");
        return all;
    }

    /** A declaration of that name and type: C's inside-out syntax, from the name outwards. */
    String declare(CType type, String declarator) {
        return switch (type) {
            case CType.Builtin(var kind) -> join(kind == BuiltinKind.BOOL ? "bool" : kind.spelling(), declarator);
            case CType.Unsupported unsupported -> join(unsupported.spelling(), declarator);
            case CType.Named named -> join(typeName(named.id()), declarator);
            case CType.Const constant -> constant(constant.type(), declarator);
            case CType.Pointer pointer -> declare(pointer.pointee(), needsParentheses(pointer.pointee())
                    ? "(*" + declarator + ")"
                    : "*" + declarator);
            case CType.Array array -> declare(array.element(), declarator + "["
                    + (array.length().isPresent() ? Long.toString(array.length().getAsLong()) : "") + "]");
            case CType.Function function -> declare(function.signature().result(),
                    declarator + "(" + parameters(function.signature()) + ")");
        };
    }

    private String constant(CType type, String declarator) {
        if (type instanceof CType.Pointer pointer) {
            return declare(pointer.pointee(), needsParentheses(pointer.pointee())
                    ? "(*const " + declarator + ")"
                    : join("*const", declarator));
        }
        return "const " + declare(type, declarator);
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
