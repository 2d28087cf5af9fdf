package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorList;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.PerTarget;
import org.ffigen.model.SourceLocation;

/** Reads structs and unions. */
final class RecordReader {

    private final TypeReader types;
    private final StorageOrder order;
    private final DeclarationReader declarations;

    RecordReader(TypeReader types, StorageOrder order, DeclarationReader declarations) {
        this.types = types;
        this.order = order;
        this.declarations = declarations;
    }

    Declaration read(DeclId id, Cursor reference) {
        Cursor definition = reference.definition();
        if (definition.isNull()) {
            SourceLocation source = declarations.location(reference);
            return new OpaqueDecl(id, declarations.comment(reference, source), source);
        }
        SourceLocation source = declarations.location(definition);
        ClangType type = definition.type();
        CursorList fields = type.fields();
        List<Member> members = new ArrayList<>(fields.size());
        boolean foreign = order.isForeign(definition);
        declarations.doubts().look(id, definition, fields, declarations.text(definition));
        for (Cursor field : fields) {
            members.add(member(field, id, source, foreign));
        }
        if (source.line() > 0) {
            definition.children().forEach(declarations::readNested);
        }
        return new RecordDecl(id, members, new PerTarget.Same<>(LayoutReader.read(type, fields,
                declarations.namedAlign(definition))),
                declarations.comment(definition, source), source);
    }

    /** @param foreign whether its bytes lie in another order than the machine's */
    private Member member(Cursor field, DeclId record, SourceLocation source, boolean foreign) {
        String name = DeclarationNames.member(field);
        int bits = field.fieldBitWidth();
        CType type = types.read(field.type(), new Declarator(field, record.name() + "." + name));
        if (name.isEmpty() && bits < 0) {
            type = AnonymousQualifiers.applied(type, field, declarations.text(field));
        }
        return new Member(name, foreign ? StorageOrder.member(type, field.type(), bits >= 0) : type,
                bits >= 0 ? OptionalInt.of(bits) : OptionalInt.empty(), field.deprecation(),
                declarations.comment(field, source));
    }
}
