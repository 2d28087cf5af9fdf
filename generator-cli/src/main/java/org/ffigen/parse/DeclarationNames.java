package org.ffigen.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.model.DeclId;

/**
 * The ids of structs, unions and enumerations. Those without a name are told apart by their nodes: clang's own names
 * for them collide, and change between its versions.
 */
final class DeclarationNames {

    private final Map<Long, DeclId> ids = new HashMap<>();
    private final Map<String, Boolean> isTag = new HashMap<>();
    private final Set<String> ambiguous;
    private boolean foundAmbiguity;

    /**
     * @param ambiguous takes the names that a tag and a typedef of another type have, of whatever kind, as types inside
     *        of both go by them; those that are in it are told apart
     */
    DeclarationNames(Set<String> ambiguous) {
        this.ambiguous = ambiguous;
    }

    /** Whether an id was given out twice: then all has to be read again, now that it is known. */
    boolean foundAmbiguity() {
        return foundAmbiguity;
    }

    /**
     * The id of a struct, union or enumeration.
     *
     * @param place what names it if nothing else does
     */
    DeclId id(Cursor declaration, String place) {
        DeclId known = ids.get(declaration.identity());
        if (known != null) {
            return known;
        }
        DeclId id = named(declaration);
        if (id == null) {
            id = unnamed(declaration, place);
        }
        ids.put(declaration.identity(), id);
        return id;
    }

    /** Whether neither a tag nor a typedef names it. */
    boolean isUnnamed(Cursor declaration) {
        return named(declaration) == null;
    }

    /** The name of a member; empty if it has none. */
    static String member(Cursor field) {
        String name = field.spelling();
        return name.indexOf('(') < 0 ? name : "";
    }

    private static DeclId.Kind kind(Cursor declaration) {
        return switch (declaration.kind()) {
            case STRUCT_DECL -> DeclId.Kind.STRUCT;
            case UNION_DECL -> DeclId.Kind.UNION;
            case ENUM_DECL -> DeclId.Kind.ENUM;
            default -> throw new IllegalArgumentException(declaration.toString());
        };
    }

    /** By its tag, or by the typedef it is declared in; null without either. */
    private DeclId named(Cursor declaration) {
        String spelling = declaration.type().spelling();
        if (spelling.indexOf('(') >= 0) {
            return null;
        }
        DeclId.Kind kind = kind(declaration);
        boolean tag = spelling.startsWith(kind.word() + " ");
        String name = tag ? spelling.substring(kind.word().length() + 1) : spelling;
        if (isTag.putIfAbsent(name, tag) instanceof Boolean other && other != tag && ambiguous.add(name)) {
            foundAmbiguity = true;
        }
        return new DeclId(kind, !tag && ambiguous.contains(name) ? name + ".#typedef" : name);
    }

    private DeclId unnamed(Cursor declaration, String place) {
        Cursor parent = declaration.lexicalParent();
        if (parent.kind() == CursorKind.STRUCT_DECL || parent.kind() == CursorKind.UNION_DECL) {
            nameMembers(parent, id(parent, place));
            DeclId id = ids.get(declaration.identity());
            if (id != null) {
                return id;
            }
        }
        DeclId.Kind kind = kind(declaration);
        if (kind == DeclId.Kind.ENUM) {
            return new DeclId(kind, "#" + declaration.children()
                    .stream()
                    .filter(c -> c.kind() == CursorKind.ENUM_CONSTANT_DECL)
                    .map(Cursor::spelling)
                    .findFirst()
                    .orElse(""));
        }
        DeclId id = new DeclId(kind, place + ".#type");
        for (int i = 2; ids.containsValue(id); i++) {
            id = new DeclId(kind, place + ".#type" + i);
        }
        return id;
    }

    /** Names the types that members of a record declare without a name. */
    private void nameMembers(Cursor record, DeclId id) {
        CursorList fields = record.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Cursor field = fields.get(i);
            Cursor declared = declared(field.type());
            if (declared != null && !ids.containsKey(declared.identity()) && named(declared) == null) {
                String name = member(field);
                String path = name.isEmpty() ? id.name() + ".#" + i : id.ofMembers() + "." + name;
                ids.put(declared.identity(), new DeclId(kind(declared), path));
            }
        }
    }

    /** The record or enumeration that stands in a type as written, or null. */
    private static Cursor declared(ClangType type) {
        return switch (type.kind()) {
            case RECORD, ENUM -> type.declaration();
            case ELABORATED -> declared(type.named());
            case POINTER -> declared(type.pointee());
            case CONSTANT_ARRAY, INCOMPLETE_ARRAY -> declared(type.element());
            case ATTRIBUTED -> declared(type.modified());
            default -> null;
        };
    }
}
