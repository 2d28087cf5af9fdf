package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes structs that are given as bytes, or as a list of their members. Stateless. */
final class Structs {
    private static final String NOT_COPIED = ": what a struct points to is not copied";

    private Structs() {
    }

    /**
     * Writes a struct.
     *
     * @param target zeroed or not, of at least its size
     * @param check is given each address among the members; throws if C must not get it
     * @return null, or what is wrong with the value
     * @throws IndexOutOfBoundsException if there are fewer bytes than the struct has
     */
    static @Nullable String write(StructType type, MemorySegment target, @Nullable Object value,
            Consumer<MemorySegment> check) {
        if (value instanceof List<?> members) {
            return writeMembers(type, target.fill((byte) 0), members, check);
        }
        if (value instanceof Object[] members) {
            return writeMembers(type, target.fill((byte) 0), Arrays.asList(members), check);
        }
        MemorySegment bytes = Bytes.of(value);
        if (bytes == null) {
            return "expected " + Values.expected(type) + ", got " + Invocation.shown(value);
        }
        long size = type.layout().byteSize();
        if (bytes.byteSize() < size) {
            throw new IndexOutOfBoundsException("the struct has " + size + " bytes, got " + bytes.byteSize());
        }
        MemorySegment.copy(bytes, 0, target, 0, size);
        return null;
    }

    private static @Nullable String writeMembers(StructType type, MemorySegment target, List<?> members,
            Consumer<MemorySegment> check) {
        List<NativeType> fields = type.fields();
        if (fields.size() != members.size()) {
            return "has " + fields.size() + " members, got " + members.size();
        }
        for (int i = 0; i < fields.size(); i++) {
            long offset = type.offset(i);
            String wrong = switch (fields.get(i)) {
                case StructType inner -> write(inner, target.asSlice(offset, inner.layout().byteSize()),
                        members.get(i), check);
                case ScalarType scalar -> writeScalar(scalar, target, offset, members.get(i), check);
            };
            if (wrong != null) {
                return "member " + (i + 1) + " (" + fields.get(i) + "): " + wrong;
            }
        }
        return null;
    }

    private static @Nullable String writeScalar(ScalarType type, MemorySegment target, long offset,
            @Nullable Object value,
            Consumer<MemorySegment> check) {
        Object carrier = Values.carrier(type, value);
        if (carrier instanceof MemorySegment address) {
            check.accept(address);
        }
        if (carrier == null) {
            return "expected " + Values.expected(type == ScalarType.BUFFER ? ScalarType.POINTER : type) + ", got "
                    + Invocation.shown(value) + (Bytes.of(value) == null ? "" : NOT_COPIED);
        }
        Values.write(type, target, offset, carrier);
        return null;
    }
}
