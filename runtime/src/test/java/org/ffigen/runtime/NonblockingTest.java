package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sample.PointVisitor;

class NonblockingTest {
    private final NativeLibrary library = NativeLibrary.named(MethodHandles.lookup(), CLibrary.point().toString(),
            RuntimeVersion.API);
    private final MethodHandle visit = library.downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    private final List<String> unhandled = new CopyOnWriteArrayList<>();

    @AfterEach
    void restore() {
        Upcalls.onUnhandled((thread, thrown) -> thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown));
    }

    private MethodHandle visiting(FunctionPointer<PointVisitor> visitor) {
        return MethodHandles.insertArguments(visit, 0, library.function("point_visit"), 3, visitor.segment(),
                MemorySegment.NULL);
    }

    @Test
    void a_bound_handle_runs_on_a_platform_thread() {
        try (Arena arena = Arena.ofShared()) {
            MethodHandle call = visiting(PointVisitor.of(
                    (index, user) -> Thread.currentThread().isVirtual() ? 0 : 1, arena));
            assertThat(Nonblocking.call(call)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(3);
        }
    }

    @Test
    void a_call_has_nothing_of_the_thread_that_began_it() throws Exception {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        ClassLoader own = new ClassLoader() {
        };
        List<Object> seen = new CopyOnWriteArrayList<>();
        try (Arena arena = Arena.ofShared()) {
            MethodHandle call = visiting(PointVisitor.of((index, data) -> {
                seen.add(user.get() == null && Thread.currentThread().getContextClassLoader() != own);
                return 1;
            }, arena));
            Thread caller = Thread.ofPlatform().start(() -> {
                user.set("alice");
                Thread.currentThread().setContextClassLoader(own);
                assertThat(Nonblocking.call(call)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(3);
            });
            caller.join();
        }
        assertThat(seen).containsExactly(true, true, true);
    }

    @Test
    void the_handler_gets_the_exceptions_of_its_callbacks() {
        Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
        try (Arena arena = Arena.ofShared()) {
            MethodHandle call = visiting(PointVisitor.of((index, user) -> {
                throw new IllegalStateException("call " + index);
            }, arena));
            assertThat(Nonblocking.call(call)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
        }
        assertThat(unhandled).containsExactly("call 0", "call 1", "call 2");
    }

    @Test
    void what_the_handle_throws_fails_the_future() {
        MethodHandle call = MethodHandles.insertArguments(visit, 0, MemorySegment.NULL, 1, MemorySegment.NULL,
                MemorySegment.NULL);
        assertThat(Nonblocking.call(call)).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void only_memory_that_other_threads_may_use_can_be_passed() {
        try (Arena confined = Arena.ofConfined(); Arena shared = Arena.ofShared()) {
            assertThat(Nonblocking.canPass(confined.allocate(1))).isFalse();
            assertThat(Nonblocking.canPass(shared.allocate(1))).isTrue();
            assertThat(Nonblocking.canPass(MemorySegment.NULL)).isTrue();
        }
    }

    @Test
    void of_a_failure_that_nobody_gets_the_handles_of_that_call_are_closed_and_those_of_others_are_not()
            throws Exception {
        IllegalStateException again = new IllegalStateException("again");
        keep(again, new Can(0x7200));

        cancelled(() -> {
            keep(again, new Can(0x7208));
            throw again;
        });

        assertThat(again.getSuppressed()).extracting(kept -> ((Can) ((ValueOfFailure) kept).value()).isOpen())
                .containsExactly(true, false);
    }

    @Test
    void of_a_result_that_nobody_gets_the_handles_are_closed_once_each() throws Exception {
        assertThat(cancelled(() -> new Cans(new Can(0x7300), null))).isOne();
        assertThat(cancelled(() -> new Cans(new Can(0x7300), new Can(0x7300)))).isOne();
        assertThat(cancelled(() -> new Cans(new Can(0x7300), new Can(0x7308)))).isEqualTo(2);
        assertThat(cancelled(() -> null)).isZero();
    }

    @Test
    void of_a_failure_that_nobody_gets_a_handle_at_two_places_is_closed_once() throws Exception {
        assertThat(cancelled(() -> {
            IllegalStateException failed = new IllegalStateException();
            keep(failed, new Can(0x7400), new Can(0x7400));
            throw failed;
        })).isOne();
    }

    @Test
    void a_handle_that_somebody_has_stays_open_at_how_many_places_it_may_be_lost() throws Exception {
        Can mine = new Can(0x7500);

        assertThat(cancelled(() -> new Cans(new Can(0x7500), new Can(0x7500)))).isZero();

        assertThat(mine.isOpen()).isTrue();
    }

    record Cans(@Nullable Can first, @Nullable Can second) {}

    private static final class Can extends OwnedPointer<Can> {
        private static final AtomicInteger CLOSES = new AtomicInteger();

        Can(long address) {
            super(MemorySegment.ofAddress(address));
        }

        @Override
        protected void release(MemorySegment address) {
            CLOSES.incrementAndGet();
        }
    }

    /** How many handles are closed when a call ends that was cancelled meanwhile. */
    private static int cancelled(Supplier<@Nullable Object> call) throws InterruptedException {
        Can.CLOSES.set(0);
        CompletableFuture<Thread> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        CompletableFuture<?> future = Nonblocking.run(() -> {
            begun.complete(Thread.currentThread());
            cancelled.join();
            return call.get();
        }, Nonblocking.NOTHING, new Object[0]);
        cancelled.complete(future.cancel(true));
        // The thread ends soon after its last call.
        assertThat(begun.join().join(Duration.ofSeconds(10))).isTrue();
        return Can.CLOSES.get();
    }

    /** As generated code does when a judge has refused what C gave. */
    private static void keep(RuntimeException failed, Can... left) {
        try (Arena arena = Arena.ofConfined()) {
            ValueOfFailure.judged(failed);
            for (Can can : left) {
                ValueOfFailure.keep(failed, "can", LongPtr.allocate(arena).set(can.address()), () -> can);
            }
        }
    }
}
