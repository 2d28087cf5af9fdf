package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class ReturnBufferTest {
    private final MemorySegment target = Arena.ofAuto().allocate(16, 16);

    @Test
    void every_allocation_is_the_target() {
        var buffer = new ReturnBuffer(target);

        assertThat(buffer.allocate(16, 8)).isSameAs(target);
        assertThat(buffer.allocate(8, 8)).isSameAs(target);
    }

    @Test
    void a_target_too_small_or_not_aligned_is_refused() {
        assertThatThrownBy(() -> new ReturnBuffer(target).allocate(17, 8)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("17 bytes");
        assertThatThrownBy(() -> new ReturnBuffer(target.asSlice(4)).allocate(8, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
