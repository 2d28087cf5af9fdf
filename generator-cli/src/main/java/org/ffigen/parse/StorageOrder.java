package org.ffigen.parse;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.CType;
import org.ffigen.model.SkipCode;

/**
 * Records with gcc's {@code scalar_storage_order}: their scalars lie in another order of bytes and bits than the
 * machine's. clang does not know the attribute, so it is shown an annotation in its place. All targets are little-endian.
 *
 * @param byPragma the identities of the records that a pragma says it of
 */
record StorageOrder(Set<Long> byPragma) {

    private static final String ANNOTATION = "ffigen:storage-order:";

    /** They make an annotation of the attribute, under both its names. */
    static final List<String> ARGUMENTS = Stream.of("scalar_storage_order", "__scalar_storage_order__")
            .map(name -> "-D%s(order)=annotate(\"%s\" order)".formatted(name, ANNOTATION))
            .toList();

    /** Whether a record's scalars lie in the other order: an attribute of its own outweighs a pragma. */
    boolean isForeign(Cursor record) {
        return record.children()
                .stream()
                .filter(child -> child.kind() == CursorKind.ANNOTATE_ATTR && child.spelling().startsWith(ANNOTATION))
                .map(child -> child.spelling().equals(ANNOTATION + "big-endian"))
                .findFirst()
                .orElseGet(() -> byPragma.contains(record.identity()));
    }

    /**
     * What a member of such a record is: of a scalar only the place is known. Records have an order of their own.
     *
     * @param member as it is declared
     * @param type the same, for clang
     * @param bits whether it is a bit-field
     */
    static CType member(CType member, ClangType type, boolean bits) {
        ClangType canonical = type.canonical();
        if (canonical.kind() == TypeKind.CONSTANT_ARRAY) {
            return new CType.Array(member(member, canonical.element(), false),
                    OptionalLong.of(canonical.elementCount()));
        }
        boolean stays = canonical.kind() == TypeKind.RECORD || canonical.kind() == TypeKind.INCOMPLETE_ARRAY
                || canonical.size() == 1 && !bits;
        return stays
                ? member
                : new CType.Unsupported(SkipCode.STORAGE_ORDER.code(), spelling(canonical), canonical.size(),
                        canonical.align());
    }

    /** Pointers and enumerations may be to, or of, what has no name. */
    private static String spelling(ClangType type) {
        return switch (type.kind()) {
            case POINTER -> "void *";
            case ENUM -> "int";
            default -> type.spelling();
        };
    }
}
