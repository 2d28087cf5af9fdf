package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that C finds in memory which Java passed. */
class JavaArraysTest {

    private final MemorySegment memory = Arena.ofAuto().allocate(64);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-32LE"})
    void a_text_that_ends_within_the_buffer_is_not_copied(String name) {
        Charset charset = Charset.forName(name);
        // Of wide characters each has a byte of zeros, which ends nothing.
        memory.setString(0, "abc", charset);
        MemorySegment text = MemorySegment.ofAddress(memory.address());

        assertThat(JavaArrays.ended(text, CharsetText.unit(charset), memory)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-32LE"})
    void one_that_does_not_ends_with_the_buffer(String name) {
        Charset charset = Charset.forName(name);
        memory.setString(0, "abcdef", charset);
        MemorySegment passed = memory.asSlice(0, 3 * CharsetText.unit(charset));

        MemorySegment ended = JavaArrays.ended(passed, CharsetText.unit(charset), passed);

        assertThat(ended).isNotEqualTo(passed);
        assertThat(ended.getString(0, charset)).isEqualTo("abc");
    }

    @Test
    void a_character_that_the_end_cuts_is_no_end() {
        memory.setString(0, "ab", StandardCharsets.UTF_16LE);
        MemorySegment passed = memory.asSlice(0, 3);

        assertThat(JavaArrays.ended(passed, Short.BYTES, passed).byteSize()).isEqualTo(3 + Integer.BYTES);
    }
}
