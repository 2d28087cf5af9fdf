package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
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
    void a_buffer_without_nul_is_no_string() {
        BytePtr buffer = BytePtr.allocateFrom(arena, (byte) 'a', (byte) 'b');

        assertThatThrownBy(buffer::getString).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
