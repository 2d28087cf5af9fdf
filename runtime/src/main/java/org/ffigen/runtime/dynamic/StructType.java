package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A struct by value: members one after the other, each at the next multiple of its alignment, as in C. Immutable. */
final class StructType implements NativeType {
    private final List<NativeType> fields;
    private final long[] offsets;
    private final StructLayout layout;

    StructType(List<NativeType> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a struct must have at least one field");
        }
        for (int i = 0; i < fields.size(); i++) {
            Objects.requireNonNull(fields.get(i), "field " + (i + 1));
        }
        this.fields = List.copyOf(fields);
        this.offsets = new long[fields.size()];
        List<MemoryLayout> members = new ArrayList<>();
        long size = 0;
        long alignment = 1;
        for (int i = 0; i < offsets.length; i++) {
            if (fields.get(i) == VOID) {
                throw new IllegalArgumentException("field " + (i + 1) + " of a struct is void");
            }
            MemoryLayout member = fields.get(i).layout();
            size = pad(members, size, member.byteAlignment());
            offsets[i] = size;
            members.add(member);
            size += member.byteSize();
            alignment = Math.max(alignment, member.byteAlignment());
        }
        pad(members, size, alignment);
        this.layout = MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
    }

    private static long pad(List<MemoryLayout> members, long size, long alignment) {
        long padding = -size & (alignment - 1);
        if (padding > 0) {
            members.add(MemoryLayout.paddingLayout(padding));
        }
        return size + padding;
    }

    List<NativeType> fields() {
        return fields;
    }

    long offset(int field) {
        return offsets[field];
    }

    @Override
    public StructLayout layout() {
        return layout;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StructType that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "{struct: " + fields + "}";
    }
}
