package org.ffigen.bind;

import java.util.Map;

/** How generated code spells an access to memory. */
sealed interface MemoryAccess {

    /** The expression of the memory itself. */
    String segment();

    /** The memory of a part of it. */
    String slice(long offset, long size);

    /** The Java value that lies there. */
    String read(Carrier carrier, long offset, boolean aligned);

    /** A statement that writes a Java value there. */
    String write(Carrier carrier, long offset, boolean aligned, String value);

    /** A segment that a variable holds. */
    record OfSegment(String segment) implements MemoryAccess {
        @Override
        public String slice(long offset, long size) {
            return segment + ".asSlice(" + Literals.ofSize(offset) + ", " + Literals.ofSize(size) + ")";
        }

        @Override
        public String read(Carrier carrier, long offset, boolean aligned) {
            return carrier.read(segment, Literals.ofSize(offset), aligned);
        }

        @Override
        public String write(Carrier carrier, long offset, boolean aligned, String value) {
            return carrier.write(segment, Literals.ofSize(offset), aligned, value);
        }
    }

    /**
     * The memory of a struct, inside its {@code Ptr}: by what that inherits of {@code StructPointer}, which keeps class
     * files small. It asks nothing of alignment.
     */
    record OfPointer() implements MemoryAccess {

        private static final Map<String, String> GETTERS = Map.of("JAVA_BOOLEAN", "boolAt", "JAVA_BYTE", "byteAt",
                "JAVA_SHORT", "shortAt", "JAVA_INT", "intAt", "JAVA_LONG", "longAt", "JAVA_FLOAT", "floatAt",
                "JAVA_DOUBLE", "doubleAt", "ADDRESS", "addressAt");

        @Override
        public String segment() {
            return "segment()";
        }

        @Override
        public String slice(long offset, long size) {
            return isNear(offset)
                    ? "sliceAt(" + offset + ", " + Literals.ofSize(size) + ")"
                    : far().slice(offset, size);
        }

        @Override
        public String read(Carrier carrier, long offset, boolean aligned) {
            return carrier.codec() || !isNear(offset)
                    ? far().read(carrier, offset, aligned)
                    : carrier.fromNative(GETTERS.get(carrier.layout()) + "(" + offset + ")");
        }

        @Override
        public String write(Carrier carrier, long offset, boolean aligned, String value) {
            if (carrier.codec() || !isNear(offset)) {
                return far().write(carrier, offset, aligned, value);
            }
            boolean pointer = carrier.toNative().equals(Carrier.OF_POINTER);
            return "put(" + offset + ", " + (pointer ? value : carrier.toNative(value)) + ")";
        }

        private MemoryAccess far() {
            return new OfSegment(segment());
        }

        private static boolean isNear(long offset) {
            return offset <= Integer.MAX_VALUE;
        }
    }
}
