package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Ffi;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.PointLibrary;
import sample.PointVisitor;

/** Callbacks for one call where the thread that makes the call goes on living in C, as that of an event loop. */
class OnceOnThreadsOfCTest {
    private static final String WORKER = """
            #include <pthread.h>
            typedef int (*visitor)(int, void *);
            static visitor next;
            static int times;
            static int result;
            static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
            static pthread_cond_t change = PTHREAD_COND_INITIALIZER;
            static void *work(void *unused) {
                pthread_mutex_lock(&lock);
                for (;;) {
                    while (!next) pthread_cond_wait(&change, &lock);
                    visitor now = next;
                    pthread_mutex_unlock(&lock);
                    int sum = 0;
                    for (int i = 0; i < times; i++) sum += now(i, 0);
                    pthread_mutex_lock(&lock);
                    result = sum;
                    next = 0;
                    pthread_cond_broadcast(&change);
                }
                return unused;
            }
            void start(void) { pthread_t thread; pthread_create(&thread, 0, work, 0); }
            int direct(visitor v) { return v(0, 0); }
            int post(visitor v, int n) {
                pthread_mutex_lock(&lock);
                next = v;
                times = n;
                pthread_cond_broadcast(&change);
                while (next) pthread_cond_wait(&change, &lock);
                int sum = result;
                pthread_mutex_unlock(&lock);
                return sum;
            }
            """;
    private static final Arena ARENA = Arena.ofShared();
    private static DynamicLibrary library;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CLibrary.point();
        library = Ffi.of(MethodHandles.lookup())
                .open(CLibrary.compile(WORKER, folder.resolve("libworker.so")).toString(), SymbolTable.builder()
                        .function("start", VOID)
                        .function("post", I32, FUNCTION, I32)
                        .function("direct", I32, FUNCTION)
                        .build());
        library.function("start").call();
    }

    /** Frees what the last callback for one call left. */
    @AfterAll
    static void nothing_waits() {
        post(PointVisitor.of((index, user) -> 1, ARENA), 1);
        assertThat(DeferredStubs.count()).isZero();
    }

    private static int post(FunctionPointer<PointVisitor> visitor, int times) {
        return (int) library.function("post").call(visitor, times);
    }

    @Test
    void what_a_living_thread_has_run_is_freed_when_c_calls_the_next_on_it() {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 500; i++) {
            int result = i;
            assertThat(post(PointVisitor.of((index, user) -> {
                runs.getAndIncrement();
                return result;
            }, CallbackScope.once()), 3)).as("zero when it is called again").isEqualTo(i);
            assertThat(DeferredStubs.count()).isLessThanOrEqualTo(1);
        }
        assertThat(runs).hasValue(500);
    }

    @Test
    void closing_the_scope_changes_nothing_about_it() {
        for (int i = 0; i < 100; i++) {
            try (CallbackScope scope = CallbackScope.once()) {
                assertThat(post(PointVisitor.of((index, user) -> 1, scope), 1)).isEqualTo(1);
            }
            assertThat(DeferredStubs.count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void what_ran_in_a_call_that_the_thread_made_itself_is_freed_then_too() {
        FunctionPointer<PointVisitor> calling = PointVisitor.of((index, user) -> PointLibrary.pointVisit(1,
                PointVisitor.of((i, u) -> 1, CallbackScope.once()), MemorySegment.NULL), ARENA);
        for (int i = 0; i < 50; i++) {
            assertThat(post(calling, 2)).isEqualTo(2);
            assertThat(DeferredStubs.count()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void what_another_thread_closes_meanwhile_is_freed_when_c_calls_the_next() throws InterruptedException {
        CallbackScope scope = CallbackScope.untilClosed();
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        FunctionPointer<PointVisitor> waiting = PointVisitor.of((index, user) -> {
            entered.countDown();
            return await(closed);
        }, scope);
        // The raw address: a call that got the pointer would keep the scope open.
        FunctionPointer<PointVisitor> kept = FunctionPointer.of(MemorySegment.ofAddress(waiting.address()));
        Thread poster = Thread.ofPlatform().start(() -> post(kept, 1));
        entered.await();
        scope.close();
        assertThat(DeferredStubs.count()).isPositive();
        closed.countDown();
        poster.join();

        post(PointVisitor.of((index, user) -> 1, ARENA), 1);
        assertThat(DeferredStubs.count()).isZero();
    }

    @Test
    void calls_of_other_threads_leave_alone_what_waits() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        FunctionPointer<PointVisitor> outer = PointVisitor.of((index, user) -> {
            for (int i = 0; i < 20; i++) {
                PointLibrary.pointVisit(1, PointVisitor.of((j, u) -> 1, CallbackScope.once()), MemorySegment.NULL);
            }
            ready.countDown();
            return await(done);
        }, ARENA);
        Thread inC = Thread.ofPlatform().start(() -> PointLibrary.pointVisit(1, outer, MemorySegment.NULL));
        ready.await();
        assertThat(PointLibrary.pointAdd(1, 2)).isEqualTo(3);
        assertThat(DeferredStubs.count()).isGreaterThanOrEqualTo(20);
        done.countDown();
        inC.join();
        assertThat(DeferredStubs.count()).isLessThanOrEqualTo(1);
    }

    @Test
    void what_a_nonblocking_call_has_run_is_freed_when_it_ends() {
        for (int i = 0; i < 50; i++) {
            FunctionPointer<PointVisitor> once = PointVisitor.of((index, user) -> 6, CallbackScope.once());
            assertThat(library.function("direct").callAsync(once).join()).isEqualTo(6);
            assertThat(DeferredStubs.count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_scope_forgets_what_has_ended() {
        CallbackScope scope = CallbackScope.once();
        for (int i = 0; i < 1000; i++) {
            PointLibrary.pointVisit(1, PointVisitor.of((index, user) -> 1, scope), MemorySegment.NULL);
        }
        assertThat(scope.count()).isLessThan(40);
        assertThat(scope.isOpen()).isFalse();
        scope.close();
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }
}
