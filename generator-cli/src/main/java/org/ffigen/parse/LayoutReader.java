package org.ffigen.parse;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.model.Layout;

/** Reads where clang puts the members of a record. Nothing is computed but sums along anonymous members. */
final class LayoutReader {

    private final SortedMap<String, Long> offsets = new TreeMap<>();
    private final SortedMap<String, Long> bitOffsets = new TreeMap<>();

    private LayoutReader() {
    }

    /** @param namedAlign the alignment of the typedef that names the record, or 0 */
    static Layout read(ClangType record, Iterable<Cursor> fields, long namedAlign) {
        LayoutReader reader = new LayoutReader();
        reader.add(fields, 0);
        return new Layout(record.size(), Math.max(record.align(), namedAlign), reader.offsets, reader.bitOffsets);
    }

    private void add(Iterable<Cursor> fields, long baseBits) {
        for (Cursor field : fields) {
            String name = DeclarationNames.member(field);
            long bits = baseBits + field.offsetOfField();
            boolean isBitField = field.fieldBitWidth() >= 0;
            if (name.isEmpty() && !isBitField) {
                add(field.type().canonical().fields(), bits);
            } else if (!name.isEmpty() && isBitField) {
                bitOffsets.put(name, bits);
            } else if (!name.isEmpty()) {
                offsets.put(name, bits / Byte.SIZE);
            }
        }
    }
}
