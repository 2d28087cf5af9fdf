package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes of the Java heap given twice are the same memory in C. */
class InPlaceTest {
    private static DynamicLibrary library;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        Path file = CLibrary.compile("""
                typedef unsigned char byte;
                void increment(byte *to, const byte *from, int n) {
                    for (int i = 0; i < n; i++) to[i] = from[i] + 1;
                }
                void chain(byte *a, byte *b, byte *c) {
                    a[0] = 1;
                    b[0] = 2;
                    c[0] = 3;
                }
                long distance(const byte *a, const byte *b) { return b - a; }
                """, folder.resolve("libplace.so"));
        library = FFI.open(file.toString(), SymbolTable.builder()
                .function("increment", VOID, BUFFER, BUFFER, I32)
                .function("chain", VOID, BUFFER, BUFFER, BUFFER)
                .function("distance", I64, BUFFER, BUFFER)
                .build());
    }

    @Test
    void an_array_given_twice_is_changed_in_place() {
        byte[] bytes = {1, 2, 3};
        library.function("increment").call(bytes, bytes, 3);
        assertThat(bytes).containsExactly(2, 3, 4);
        library.function("increment").callAsync(bytes, bytes, 3).join();
        assertThat(bytes).containsExactly(3, 4, 5);
    }

    @Test
    void views_of_the_same_array_share_too_also_read_only_ones() {
        byte[] bytes = {1, 2, 3};
        library.function("increment").call(bytes, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), 3);
        assertThat(bytes).containsExactly(2, 3, 4);
        library.function("increment").call(MemorySegment.ofArray(bytes), bytes, 3);
        assertThat(bytes).containsExactly(3, 4, 5);
        library.function("increment").call(ByteBuffer.wrap(bytes), MemorySegment.ofArray(bytes).asReadOnly(), 3);
        assertThat(bytes).containsExactly(4, 5, 6);
    }

    @Test
    void what_overlaps_in_part_lies_as_far_apart_as_in_java() {
        byte[] bytes = {10, 0, 0, 0, 0};
        library.function("increment").call(MemorySegment.ofArray(bytes).asSlice(1, 4), bytes, 4);
        assertThat(bytes).containsExactly(10, 11, 12, 13, 14);
        int[] numbers = new int[4];
        assertThat(library.function("distance").call(numbers, MemorySegment.ofArray(numbers).asSlice(8))).isEqualTo(8L);
    }

    @Test
    void parts_that_overlap_only_through_another_share_as_well() {
        byte[] bytes = new byte[9];
        MemorySegment all = MemorySegment.ofArray(bytes);
        library.function("chain").call(all.asSlice(0, 4), all.asSlice(5, 4), all.asSlice(3, 3));
        assertThat(bytes).containsExactly(1, 0, 0, 3, 0, 2, 0, 0, 0);
    }

    @Test
    void what_does_not_overlap_and_read_only_bytes_stay_as_they_are() {
        byte[] bytes = {1, 2, 3, 4, 5, 6};
        MemorySegment all = MemorySegment.ofArray(bytes);
        library.function("increment").call(all.asSlice(3), all.asSlice(0, 3), 3);
        assertThat(bytes).containsExactly(1, 2, 3, 2, 3, 4);
        library.function("increment").call(all.asReadOnly(), new byte[6], 6);
        assertThat(bytes).containsExactly(1, 2, 3, 2, 3, 4);
    }
}
