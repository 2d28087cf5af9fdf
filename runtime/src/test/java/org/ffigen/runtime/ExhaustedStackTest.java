package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a callback at the very end of the stack throws is not lost, although there is no room left to keep it. */
class ExhaustedStackTest {
    @BeforeAll
    static void asBeforeAnyCallback() {
        Upcalls.prepare();
    }

    @Test
    void the_stack_overflow_comes_out_wherever_in_our_code_the_stack_ends() throws InterruptedException {
        for (int extraFrames = 0; extraFrames < 300; extraFrames++) {
            assertThat(thrownWith(extraFrames)).as("with %d extra frames", extraFrames)
                    .isInstanceOf(StackOverflowError.class);
        }
        assertThat(Upcalls.isPending()).isFalse();
    }

    private static Throwable thrownWith(int extraFrames) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, () -> {
            new Callback().start(extraFrames);
            thrown.add(catchThrowable(Upcalls::rethrow));
        }, "exhausted", 200_000);
        thread.start();
        thread.join();
        return thrown.getFirst();
    }

    /** A callback's adapter, at every depth. */
    @NativeBinding(header = "none.h")
    private static final class Callback {
        private boolean adapted;

        void start(int extraFrames) {
            if (extraFrames > 0) {
                start(extraFrames - 1);
            } else {
                call(1, 2, 3);
            }
        }

        private int call(long a, long b, long c) {
            try {
                return call(b, c, a + 1) + 1;
            } catch (StackOverflowError overflow) {
                if (!adapted) {
                    Upcalls.caught(overflow);
                    adapted = true;
                }
                return 0;
            }
        }
    }
}
