package org.ffigen.runtime.dynamic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A view has no bounds on either side of its address. */
class ViewsTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());

    @Test
    void what_lies_before_an_address_is_read_as_what_lies_behind_it() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom("abcdefgh");
            UnsafePointerView view = FFI.view(text.asSlice(4));
            assertThat(view.getInt8(-4)).isEqualTo((byte) 'a');
            assertThat(view.getInt16(-3)).isEqualTo((short) ('c' << 8 | 'b'));
            assertThat(view.getCString(-2)).isEqualTo("cdefgh");
            byte[] bytes = new byte[6];
            view.copyInto(bytes, -4);
            assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo("abcdef");
            MemorySegment segment = view.segment(2, -4);
            assertThat(segment.byteSize()).isEqualTo(2);
            segment.set(JAVA_BYTE, 1, (byte) 'B');
            assertThat(text.getString(0)).isEqualTo("aBcdefgh");
        }
    }

    @Test
    void the_first_page_is_refused_from_above_too() {
        UnsafePointerView view = FFI.view(UnsafePointer.create(2 * 4096));
        assertThatIllegalArgumentException().isThrownBy(() -> view.getInt8(-4097))
                .withMessage("invalid i8 pointer, pointer is 0xfff");
        assertThatIllegalArgumentException().isThrownBy(() -> view.segment(1, -8192));
        assertThatIllegalArgumentException().isThrownBy(() -> view.getInt8(Long.MIN_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> FFI.view(null).getInt8(-1));
    }

    @Test
    void the_arena_of_the_address_is_asked_in_both_directions() throws InterruptedException {
        Arena arena = Arena.ofConfined();
        UnsafePointerView view = FFI.view(arena.allocate(8).asSlice(4));
        List<Throwable> thrown = new ArrayList<>();
        Thread.ofPlatform()
                .start(() -> {
                    thrown.add(catchThrowable(() -> view.getInt8(0)));
                    thrown.add(catchThrowable(() -> view.getInt8(-1)));
                })
                .join();
        assertThat(thrown).hasSize(2).hasOnlyElementsOfType(WrongThreadException.class);
        arena.close();
        assertThatIllegalStateException().isThrownBy(() -> view.getInt8(0));
        assertThatIllegalStateException().isThrownBy(() -> view.getInt8(-1));
    }

    @Test
    void an_offset_does_not_lead_around_into_the_first_page() {
        UnsafePointerView last = FFI.view(MemorySegment.ofAddress(-8));

        assertThatIllegalArgumentException().isThrownBy(() -> last.getInt8(8 + 4095))
                .withMessage("invalid i8 pointer, pointer is 0xfff");
    }

    @Test
    void an_array_of_javas_is_no_memory_for_a_view() {
        assertThatIllegalArgumentException().isThrownBy(() -> FFI.view(MemorySegment.ofArray(new byte[8])))
                .withMessage("a view is of native memory, and not of an array of Java's");
    }

    @Test
    void read_only_memory_stays_so() {
        MemorySegment memory = Arena.ofAuto().allocate(8);
        UnsafePointerView view = FFI.view(memory.asReadOnly().asSlice(4));
        assertThatThrownBy(() -> view.segment(1, -1).set(JAVA_BYTE, 0, (byte) 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(memory.get(JAVA_BYTE, 3)).isZero();
    }
}
