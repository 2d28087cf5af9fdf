package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as one thing while the function that frees a handle runs. */
class OwnedPointerTest {

    private static final AtomicLong ADDRESSES = new AtomicLong(0x1000);

    private static Runnable closing;
    private static int frees;

    private final MemorySegment address = MemorySegment.ofAddress(ADDRESSES.addAndGet(8));

    private static final class Jar extends OwnedPointer<Jar> {
        Jar(MemorySegment address) {
            super(address);
        }

        @Override
        protected void release(MemorySegment address) {
            closing.run();
            frees++;
        }
    }

    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void freesAtOnce() {
        closing = () -> {
        };
        frees = 0;
    }

    @Test
    void what_a_callback_of_the_closing_thread_is_shown_is_the_handle_that_is_closed() {
        Jar jar = new Jar(address);
        Jar[] shown = new Jar[1];
        closing = () -> {
            shown[0] = OwnedPointer.shown(new Jar(address));
            assertThat(shown[0].segment()).isEqualTo(address);
            assertThat(jar.isOpen()).isTrue();
            shown[0].close();
            assertThat(CompletableFuture.supplyAsync(shown[0]::isOpen).join()).isFalse();
        };

        jar.close();

        assertThat(jar.isOpen()).isFalse();
        assertThat(shown[0].isOpen()).isFalse();
        shown[0].close();
        assertThat(frees).isOne();
    }

    @Test
    void what_c_makes_at_the_address_while_it_is_closed_is_something_new() {
        Jar jar = new Jar(address);
        Jar[] made = new Jar[1];
        closing = () -> {
            closing = () -> {
            };
            made[0] = new Jar(address);
        };

        jar.close();

        assertThat(jar.isOpen()).isFalse();
        assertThat(made[0].isOpen()).isTrue();
        made[0].close();
        jar.close();
        assertThat(frees).isEqualTo(2);
    }

    @Test
    void what_another_thread_got_meanwhile_is_the_same_thing_if_c_did_not_free_it() {
        Jar jar = new Jar(address);
        Jar[] met = new Jar[1];
        closing = () -> {
            met[0] = CompletableFuture.supplyAsync(() -> OwnedPointer.shown(new Jar(address))).join();
            throw new Busy();
        };
        assertThat(closeFails(jar)).isTrue();
        closing = () -> {
        };

        assertThat(jar.isOpen()).isTrue();
        assertThat(met[0].isOpen()).isTrue();
        met[0].close();
        assertThat(jar.isOpen()).isFalse();
        jar.close();
        new Jar(address).close();
        assertThat(frees).isEqualTo(2);
    }

    @Test
    void it_stays_closed_if_another_thread_has_freed_it_meanwhile() {
        Jar jar = new Jar(address);
        closing = () -> {
            closing = () -> {
            };
            CompletableFuture.runAsync(() -> OwnedPointer.shown(new Jar(address)).close()).join();
            throw new Busy();
        };

        assertThat(closeFails(jar)).isTrue();

        assertThat(jar.isOpen()).isFalse();
        jar.close();
        assertThat(frees).isOne();
    }

    @Test
    void it_can_be_closed_again_after_a_failure_and_is_held_as_one() {
        Jar jar = new Jar(address);
        Jar[] met = new Jar[1];
        closing = () -> {
            met[0] = new Jar(address);
            throw new Busy();
        };
        assertThat(closeFails(jar)).isTrue();

        jar.hold();
        assertThatIllegalStateException().isThrownBy(met[0]::close).withMessageContaining("nonblocking call");
        jar.letGo();
        closing = () -> {
        };
        met[0].close();
        assertThatIllegalStateException().isThrownBy(jar::hold);
        assertThat(frees).isOne();
    }

    @Test
    void what_holds_the_handle_of_another_thread_holds_the_one_that_c_did_not_free() {
        Jar jar = new Jar(address);
        Jar[] met = new Jar[1];
        closing = () -> {
            met[0] = new Jar(address);
            met[0].hold();
            OwnedPointer.shown(met[0]);
            throw new Busy();
        };
        assertThat(closeFails(jar)).isTrue();
        closing = () -> {
        };

        assertThatIllegalStateException().isThrownBy(jar::close).withMessageContaining("nonblocking call");
        met[0].letGo();
        jar.close();
        assertThat(frees).isOne();
    }

    @Test
    void what_another_thread_gets_at_the_address_of_one_that_c_replaces_is_something_new() {
        Jar given = new Jar(address);
        OwnedPointer.lend(given);
        Jar made = CompletableFuture.supplyAsync(() -> new Jar(address)).join();
        assertThat(made.isOpen()).isTrue();

        OwnedPointer.replaced(given, new Jar(MemorySegment.ofAddress(ADDRESSES.addAndGet(8))));

        assertThat(given.isOpen()).isFalse();
        assertThat(made.isOpen()).isTrue();
        made.close();
        assertThat(frees).isOne();
    }

    @Test
    void what_c_leaves_or_fails_to_replace_stays_what_it_is() {
        Jar given = new Jar(address);
        OwnedPointer.lend(given, null);
        Jar left = OwnedPointer.replaced(given, new Jar(address));
        OwnedPointer.lend(left);
        OwnedPointer.notReplaced(left);

        assertThat(given.isOpen()).isTrue();
        left.close();
        assertThat(given.isOpen()).isFalse();
        assertThat(frees).isOne();
    }

    @Test
    void what_c_leaves_is_nothing_new_that_could_be_closed_when_nobody_gets_it() {
        Jar given = new Jar(address);
        OwnedPointer.lend(given);
        OwnedPointer.closeIfNew(Jar.class, address, Jar::new);
        Jar left = OwnedPointer.replaced(given, new Jar(address));

        left.closeIfNew(1);

        assertThat(given.isOpen()).isTrue();
        assertThat(frees).isZero();
    }

    @Test
    void what_c_gives_at_two_places_is_new_if_nobody_has_a_third_and_is_closed_once() {
        Jar first = new Jar(address);
        Jar second = new Jar(address);
        first.closeIfNew(1);
        assertThat(first.isOpen()).isTrue();

        first.closeIfNew(2);
        second.closeIfNew(2);

        assertThat(second.isOpen()).isFalse();
        assertThat(frees).isOne();
    }

    @Test
    void what_c_leaves_at_two_places_is_not_new() {
        Jar given = new Jar(address);
        OwnedPointer.lend(given);
        Jar left = new Jar(address);
        OwnedPointer.replaced(given, left, new Jar(address));

        left.closeIfNew(2);

        assertThat(given.isOpen()).isTrue();
        assertThat(frees).isZero();
    }

    @Test
    void what_an_exception_cannot_keep_of_two_places_is_closed_once() {
        RuntimeException quiet = new RuntimeException("quiet", null, false, false) {
        };
        try (Arena arena = Arena.ofConfined()) {
            LongPtr place = LongPtr.allocate(arena).set(address.address());
            ValueOfFailure.judged(quiet);
            ValueOfFailure.keep(quiet, "first", place, () -> new Jar(address));
            ValueOfFailure.keep(quiet, "second", place, () -> new Jar(address));
        }
        assertThat(frees).isOne();
    }

    @Test
    void what_c_gives_at_the_address_of_one_that_it_took_over_is_new() {
        OwnedPointer.giveAway(new Jar(address));

        OwnedPointer.closeIfNew(Jar.class, address, Jar::new);

        assertThat(frees).isOne();
    }

    @Test
    void what_one_call_has_been_given_no_other_gives_back() {
        Jar given = new Jar(address);
        OwnedPointer.giveAway(given);
        CompletableFuture.runAsync(() -> assertThatIllegalStateException()
                .isThrownBy(() -> OwnedPointer.giveAway(new Jar(MemorySegment.ofAddress(8)), given))
                .withMessage(given + " is closed")).join();
        assertThatIllegalStateException().isThrownBy(() -> OwnedPointer.giveAway(given));
        assertThatIllegalStateException().isThrownBy(() -> OwnedPointer.lend(given));

        OwnedPointer.taken(given);

        assertThat(given.isOpen()).isFalse();
        given.close();
        assertThat(frees).isZero();
    }

    @Test
    void handles_that_fail_to_close_and_are_shown_on_many_threads_stay_one() {
        closing = () -> {
            OwnedPointer.shown(new Jar(address)).isOpen();
            throw new Busy();
        };
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(CompletableFuture.runAsync(() -> {
                for (int round = 0; round < 2_000; round++) {
                    closeFails(OwnedPointer.shown(new Jar(address)));
                }
            }));
        }
        threads.forEach(CompletableFuture::join);
        Jar jar = new Jar(address);
        assertThat(jar.isOpen()).isTrue();
        closing = () -> {
        };
        jar.close();
        assertThat(frees).isOne();
    }

    private static boolean closeFails(Jar jar) {
        try {
            jar.close();
            return false;
        } catch (Busy busy) {
            return true;
        }
    }
}
