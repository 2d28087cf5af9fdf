package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenToCTest {
    private final List<WeakReference<Object>> given = new ArrayList<>();

    @Test
    void the_last_ones_are_kept_and_those_before_are_not() {
        int more = 50;
        for (int i = 0; i < GivenToC.MOST + more; i++) {
            give(Arena.ofAuto().allocate(8));
        }
        System.gc();

        assertThat(given.subList(0, more)).allMatch(reference -> reference.refersTo(null));
        assertThat(given.subList(more, given.size())).noneMatch(reference -> reference.refersTo(null));
    }

    @Test
    void one_that_is_given_again_and_again_takes_one_place() {
        MemorySegment first = Arena.ofAuto().allocate(8);
        give(first);
        MemorySegment second = Arena.ofAuto().allocate(8);
        for (int i = 0; i < 2 * GivenToC.MOST; i++) {
            GivenToC.keep(second);
        }
        first = null;
        System.gc();

        assertThat(given.getFirst().refersTo(null)).isFalse();
    }

    @Test
    void memory_that_lasts_for_ever_and_null_are_not_kept() {
        give(MemorySegment.ofAddress(8));
        give(BytePtr.of(Arena.global().allocate(8)));
        GivenToC.keep(null);
        System.gc();

        assertThat(given).allMatch(reference -> reference.refersTo(null));
    }

    private void give(Object result) {
        given.add(new WeakReference<>(result));
        GivenToC.keep(result);
    }
}
