package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes structs that are given as bytes, or as a list of their members. Stateless. */
final class Structs {
    private Structs() {
    }

    /**
     * Writes a struct.
     *
     * @param target zeroed or not, of at least its size
     * @param check is given each address among the members; throws if C must not get it
     * @return false if the value is no struct of this type
     * @throws IndexOutOfBoundsException if there are fewer bytes than the struct has
     */
    static boolean write(StructType type, MemorySegment target, @Nullable Object value,
            Consumer<MemorySegment> check) {
        if (value instanceof List<?> members) {
            return writeMembers(type, target.fill((byte) 0), members, check);
        }
        if (value instanceof Object[] members) {
            return writeMembers(type, target.fill((byte) 0), Arrays.asList(members), check);
        }
        MemorySegment bytes = Bytes.of(value);
        if (bytes == null) {
            return false;
        }
        long size = type.layout().byteSize();
        if (bytes.byteSize() < size) {
            throw new IndexOutOfBoundsException("the struct has " + size + " bytes, got " + bytes.byteSize());
        }
        MemorySegment.copy(bytes, 0, target, 0, size);
        return true;
    }

    private static boolean writeMembers(StructType type, MemorySegment target, List<?> members,
            Consumer<MemorySegment> check) {
        List<NativeType> fields = type.fields();
        if (fields.size() != members.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            long offset = type.offset(i);
            boolean written = switch (fields.get(i)) {
                case StructType inner -> write(inner, target.asSlice(offset, inner.layout().byteSize()),
                        members.get(i), check);
                case ScalarType scalar -> writeScalar(scalar, target, offset, members.get(i), check);
            };
            if (!written) {
                return false;
            }
        }
        return true;
    }

    private static boolean writeScalar(ScalarType type, MemorySegment target, long offset, @Nullable Object value,
            Consumer<MemorySegment> check) {
        Object carrier = Values.carrier(type, value);
        if (carrier instanceof MemorySegment address) {
            check.accept(address);
        }
        if (carrier != null) {
            Values.write(type, target, offset, carrier);
        }
        return carrier != null;
    }
}
