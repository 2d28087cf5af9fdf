package org.ffigen.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a record's members lie, in bytes from its start; bit-fields in bits. Members of anonymous members appear under
 * their own names, with offsets from the outermost record.
 */
public record Layout(long size, long align, SortedMap<String, Long> offsets, SortedMap<String, Long> bitOffsets) {

    public Layout(long size, long align, Map<String, Long> offsets, Map<String, Long> bitOffsets) {
        this(size, align, new TreeMap<>(offsets), new TreeMap<>(bitOffsets));
    }

    public Layout {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
        bitOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(bitOffsets));
    }
}
