package org.ffigen.lower;

import java.util.List;
import org.ffigen.model.DeclId;
import org.ffigen.model.SkipCode;

/**
 * A C type as the machine sees it: names, {@code const} and typedefs are gone. Sizes, alignments and offsets are in
 * bytes, and those of records are the C compiler's.
 */
public sealed interface Shape {

    Shape VOID = new Scalar(ScalarKind.VOID);
    Shape POINTER = new Scalar(ScalarKind.POINTER);

    /** In bytes; 0 of {@code void} and of what is refused. */
    long size();

    /** In bytes, at least 1. */
    long align();

    /** A value in one piece, or {@code void}. */
    record Scalar(ScalarKind word) implements Shape {
        @Override
        public long size() {
            return word.bytes();
        }

        @Override
        public long align() {
            return Math.max(1, word.bytes());
        }
    }

    /**
     * Elements in a row.
     *
     * @param element never an array: {@code int[3][4]} is 12 times {@code int}
     * @param count 0 for a flexible array member
     */
    record ArrayShape(Shape element, long count) implements Shape {
        @Override
        public long size() {
            return element.size() * count;
        }

        @Override
        public long align() {
            return element.align();
        }
    }

    /**
     * A struct.
     *
     * @param fields in the order of the declaration; a {@link BitField} is at the byte of its first bit
     */
    record StructShape(DeclId id, long size, long align, List<Field> fields) implements Shape {
        public StructShape {
            fields = List.copyOf(fields);
        }
    }

    /** A union. Its fields lie over each other, at offset 0. */
    record UnionShape(DeclId id, long size, long align, List<Field> fields) implements Shape {
        public UnionShape {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Some bits of a record. They are no value of their own: only a record carries them.
     *
     * @param word what C makes of the bits
     * @param firstBit within the byte where the field is, 0 to 7
     * @param width in bits, at least 1
     */
    record BitField(ScalarKind word, int firstBit, int width) implements Shape {
        /** How many bytes the bits touch. */
        @Override
        public long size() {
            return (firstBit + width + Byte.SIZE - 1L) / Byte.SIZE;
        }

        @Override
        public long align() {
            return 1;
        }
    }

    /** A {@code _Complex} number: two floating-point numbers, which travel as the struct of both does. */
    record ComplexShape(ScalarKind part) implements Shape {
        @Override
        public long size() {
            return 2L * part.bytes();
        }

        @Override
        public long align() {
            return part.bytes();
        }
    }

    /**
     * What the linker knows no value of: an incomplete type, or a type without a counterpart.
     *
     * @param size what it takes in memory; 0 if that is not known
     */
    record Refused(SkipCode code, long size, long align) implements Shape {
        public Refused(SkipCode code) {
            this(code, 0, 1);
        }
    }

    /**
     * A member of a struct or union.
     *
     * @param name empty for an anonymous member
     * @param offset in bytes from the start of the record that holds it
     */
    record Field(String name, long offset, Shape shape) {}
}
