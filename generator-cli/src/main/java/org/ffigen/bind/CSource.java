package org.ffigen.bind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.spell.CSpelling;

/**
 * Declarations as C spells them, printed from the model, so that they are the same with every libclang and from a
 * manifest.
 */
final class CSource {

    private final NativeApi api;
    private final CSpelling spelling;

    CSource(NativeApi api) {
        this.api = api;
        this.spelling = new CSpelling(api);
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
        Optional<Declaration> typedef = api.find(DeclId.typedef(id.name()));
        if (typedef.isPresent() && api.find(id).isEmpty()) {
            return typedef((TypedefDecl) typedef.get());
        }
        return typedef.isPresent() ? "typedef " + CSpelling.tagged(id) + " " + id.name() : CSpelling.tagged(id);
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
        return spelling.typeName(id);
    }

    /** A record's declaration, a line a member. */
    List<String> record(RecordDecl record) {
        return block(record.id(), record.members().stream().flatMap(m -> memberLines(m, "    ").stream()).toList());
    }

    private List<String> memberLines(Member member, String indent) {
        if (member.type().unqualified() instanceof CType.Named named && !named.id().isSpelled()
                && api.find(named.id()).orElse(null) instanceof RecordDecl inner) {
            List<String> lines = inner.members()
                    .stream()
                    .flatMap(m -> memberLines(m, indent + "    ").stream())
                    .collect(Collectors.toList());
            lines.addFirst(indent + CSpelling.qualifiers(member.type()) + inner.id().kind().word() + " {");
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

    /** A declaration of that name and type. */
    String declare(CType type, String declarator) {
        return spelling.declare(type, declarator);
    }
}
