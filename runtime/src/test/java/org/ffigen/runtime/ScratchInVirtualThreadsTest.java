package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScratchInVirtualThreadsTest {
    private static final int THREADS = 10_000;

    @Test
    void ten_thousand_that_hold_a_scratch_at_once_do_not_share_memory() throws Exception {
        var opened = new CountDownLatch(THREADS);
        var release = new CountDownLatch(1);
        var intact = new AtomicInteger();
        List<Thread> threads = start(() -> {
            try (Scratch scratch = Scratch.open()) {
                MemorySegment mine = scratch.allocate(64, 8);
                long id = Thread.currentThread().threadId();
                mine.set(JAVA_LONG, 56, id);
                opened.countDown();
                release.await();
                try (Scratch nested = Scratch.open()) {
                    nested.allocate(64, 8).fill((byte) -1);
                }
                if (mine.get(JAVA_LONG, 56) == id) {
                    intact.incrementAndGet();
                }
            }
        });
        assertThat(opened.await(1, TimeUnit.MINUTES)).isTrue();
        release.countDown();
        join(threads);

        assertThat(intact).hasValue(THREADS);
    }

    @Test
    void ten_thousand_that_come_and_go_find_their_own_scratch_after_each_switch() throws Exception {
        var intact = new AtomicInteger();
        join(start(() -> {
            for (int round = 0; round < 20; round++) {
                try (Scratch scratch = Scratch.open()) {
                    MemorySegment mine = scratch.allocate(8, 8);
                    mine.set(JAVA_LONG, 0, Thread.currentThread().threadId());
                    Thread.yield();
                    try (Scratch nested = Scratch.open()) {
                        nested.allocate(8, 8).set(JAVA_LONG, 0, -1);
                        Thread.yield();
                    }
                    if (mine.get(JAVA_LONG, 0) == Thread.currentThread().threadId()) {
                        intact.incrementAndGet();
                    }
                }
            }
        }));

        assertThat(intact).hasValue(20 * THREADS);
    }

    @Test
    void a_nested_scratch_continues_the_outer_ones_block() throws Exception {
        assertThat(inVirtualThread(() -> {
            try (Scratch outer = Scratch.open()) {
                MemorySegment first = outer.allocate(8, 8);
                try (Scratch inner = Scratch.open()) {
                    return inner.allocate(8, 8).address() - first.address();
                }
            }
        })).isEqualTo(8L);
    }

    @Test
    void a_request_larger_than_the_block_works() throws Exception {
        assertThat(inVirtualThread(() -> {
            MemorySegment large;
            try (Scratch scratch = Scratch.open()) {
                large = scratch.allocate(1_000_000, 8).fill((byte) 1);
            }
            return large.scope().isAlive();
        })).isFalse();
    }

    @Test
    void closing_out_of_order_or_twice_is_refused() throws Exception {
        List<Throwable> refused = inVirtualThread(() -> {
            Scratch outer = Scratch.open();
            Scratch inner = Scratch.open();
            List<Throwable> thrown = new ArrayList<>();
            thrown.add(catchThrowable(outer::close));
            inner.close();
            thrown.add(catchThrowable(inner::close));
            outer.close();
            thrown.add(catchThrowable(outer::close));
            return thrown;
        });

        assertThat(refused).hasSize(3)
                .allSatisfy(
                        thrown -> assertThat(thrown).isInstanceOf(IllegalStateException.class));
    }

    private interface Action {
        void run() throws Exception;
    }

    private static List<Thread> start(Action action) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    action.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        return threads;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        }
    }

    private static <T> T inVirtualThread(java.util.function.Supplier<T> action) throws Exception {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> result.completeAsync(action, Runnable::run));
        return result.get(1, TimeUnit.MINUTES);
    }
}
