package org.ffigen.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;

/**
 * Records that gcc and clang lay out in different ways, so that no binding can be right for the libraries of both: what
 * contains them is opaque. A pragma between the braces counts from where it stands for clang and for the whole record
 * for gcc; gcc gives an atomic record no padding of its own, and a bit-field the alignment of its typedef. Neither packs
 * bit-fields and aligned members by an option as the other does, nor lays bit-fields out as Microsoft does.
 */
final class LayoutDoubts {

    private final boolean packsAll;
    private final boolean msBitFields;
    private final Sources sources;
    private LayoutPragmas pragmas;
    private final Set<DeclId> found = new HashSet<>();

    /**
     * @param arguments for clang
     * @param sources all files
     */
    LayoutDoubts(List<String> arguments, Sources sources) {
        this.sources = sources;
        packsAll = arguments.stream().anyMatch(argument -> argument.startsWith("-fpack-struct"));
        msBitFields = arguments.contains("-mms-bitfields");
    }

    /**
     * Notes a record if it is one of them.
     *
     * @param text of the file that has the definition
     */
    void look(DeclId id, Cursor definition, CursorList fields, SourceText text) {
        if (pragmas == null) {
            pragmas = new LayoutPragmas(sources);
        }
        if (pragmas.areWithin(definition, text)
                || packsAll && definition.children().stream().anyMatch(LayoutDoubts::isNotPacked)) {
            found.add(id);
            return;
        }
        for (Cursor field : fields) {
            if (field.fieldBitWidth() >= 0 ? isUncertain(field) : isPadded(field.type())) {
                found.add(id);
                return;
            }
        }
    }

    /** A member, or the attribute of the record, that an option packs differently. */
    private static boolean isNotPacked(Cursor child) {
        return child.kind() == CursorKind.ALIGNED_ATTR
                || child.kind() == CursorKind.FIELD_DECL && (child.fieldBitWidth() >= 0
                        || child.children().stream().anyMatch(c -> c.kind() == CursorKind.ALIGNED_ATTR));
    }

    private boolean isUncertain(Cursor bits) {
        return msBitFields || pragmas.msStruct() || bits.type().align() > bits.type().canonical().align()
                || pragmas.any() && bits.children().stream().anyMatch(c -> c.kind() == CursorKind.ALIGNED_ATTR);
    }

    /** Whether clang makes an atomic record larger than it is. */
    private static boolean isPadded(ClangType type) {
        ClangType element = type.canonical();
        while (element.kind() == TypeKind.CONSTANT_ARRAY || element.kind() == TypeKind.INCOMPLETE_ARRAY) {
            element = element.element().canonical();
        }
        return element.kind() == TypeKind.ATOMIC && element.size() != element.value().size();
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them, and the records that have one of them in them. */
    Set<DeclId> among(SortedMap<DeclId, Declaration> declarations) {
        Set<DeclId> all = new HashSet<>(found);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Declaration declaration : declarations.values()) {
                if (declaration instanceof RecordDecl record && !all.contains(record.id())
                        && record.members().stream().anyMatch(m -> contains(m.type(), all, declarations))) {
                    grows |= all.add(record.id());
                }
            }
        }
        return all;
    }

    private static boolean contains(CType type, Set<DeclId> records, SortedMap<DeclId, Declaration> declarations) {
        return switch (type.unqualified()) {
            case CType.Array array -> contains(array.element(), records, declarations);
            case CType.Atomic atomic -> contains(atomic.type(), records, declarations);
            case CType.Named(var id) -> records.contains(id)
                    || declarations.get(id) instanceof TypedefDecl typedef
                            && contains(typedef.type(), records, declarations);
            default -> false;
        };
    }

    /** A record of which only the name is known. */
    static OpaqueDecl opaque(Declaration record) {
        return new OpaqueDecl(record.id(), record.comment(), record.source());
    }
}
