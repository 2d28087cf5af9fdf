package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytePtrTest {
    private final Arena arena = Arena.ofAuto();

    @Test
    void a_string_is_stored_in_utf8_with_a_nul() {
        BytePtr pointer = BytePtr.allocateString(arena, "grüße");

        assertThat(pointer.length()).isEqualTo(8);
        assertThat(pointer.get(7)).isZero();
        assertThat(pointer.getString()).isEqualTo("grüße");
    }

    @Test
    void a_null_string_is_the_null_pointer() {
        assertThat(BytePtr.allocateString(arena, null).isNull()).isTrue();
    }

    @Test
    void a_buffer_is_written_as_text_if_it_fits_with_its_nul() {
        BytePtr buffer = BytePtr.allocate(arena, 6);

        assertThat(buffer.setString("hello").getString()).isEqualTo("hello");
        assertThat(buffer.setString("").getString()).isEmpty();
        assertThatThrownBy(() -> buffer.setString("hello!")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void texts_may_be_in_another_charset() {
        try (Arena arena = Arena.ofConfined()) {
            BytePtr text = BytePtr.allocateString(arena, "\u00e9t\u00e9", StandardCharsets.ISO_8859_1);

            assertThat(text.toArray(4)).containsExactly(0xe9, 't', 0xe9, 0);
            assertThat(text.getString(StandardCharsets.ISO_8859_1)).isEqualTo("\u00e9t\u00e9");
            assertThat(text.setString("\u00e0", StandardCharsets.ISO_8859_1).toArray(2)).containsExactly(0xe0, 0);
            assertThatThrownBy(() -> text.setString("\u20ac", StandardCharsets.ISO_8859_1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> text.setString("abcd", StandardCharsets.ISO_8859_1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            MemorySegment array = arena.allocate(4).fill((byte) 'x');
            assertThat(CString.readArray(array, StandardCharsets.ISO_8859_1)).isEqualTo("xxxx");
            CString.writeArray(array, "\u00e9", StandardCharsets.ISO_8859_1);
            assertThat(array.toArray(JAVA_BYTE)).containsExactly(0xe9, 0, 0, 0);
            assertThat(CString.readArray(array, StandardCharsets.ISO_8859_1)).isEqualTo("\u00e9");
            assertThatThrownBy(() -> CString.writeArray(array, "abcd", StandardCharsets.ISO_8859_1))
                    .hasMessage("the text takes 4 bytes and a NUL, the array holds 4");
        }
    }

    @Test
    void a_charset_whose_nul_is_not_as_wide_as_its_characters_is_refused() {
        for (String name : new String[]{"x-UTF-16LE-BOM", "X-UTF-32LE-BOM", "X-UTF-32BE-BOM"}) {
            try (Arena arena = Arena.ofConfined()) {
                Charset charset = Charset.forName(name);
                assertThatThrownBy(() -> BytePtr.allocateString(arena, "\u00e9t", charset)).as(name)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("C cannot see where a text in " + charset + " ends");
            }
        }
    }

    @Test
    void a_buffer_without_nul_is_no_string() {
        BytePtr buffer = BytePtr.allocateFrom(arena, (byte) 'a', (byte) 'b');

        assertThatThrownBy(buffer::getString).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
