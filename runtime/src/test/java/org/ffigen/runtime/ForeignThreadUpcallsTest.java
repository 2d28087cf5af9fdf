package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sample.PointLibrary;
import sample.PointVisitor;

class ForeignThreadUpcallsTest {
    private static final MemorySegment NULL = MemorySegment.NULL;
    private final Arena arena = Arena.ofShared();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final FunctionPointer<PointVisitor> failing = PointVisitor.of((index, user) -> {
        throw new IllegalStateException("call " + index);
    }, arena, 100);

    @BeforeAll
    static void library() {
        CLibrary.point();
    }

    @AfterEach
    void restore() {
        Upcalls.onUnhandled((thread, thrown) -> thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown));
        arena.close();
    }

    @Test
    void the_handler_gets_each_exception_and_c_its_value() {
        Thread[] threads = new Thread[1];
        Upcalls.onUnhandled((thread, thrown) -> {
            threads[0] = thread;
            handled.add(thrown.getMessage());
        });

        assertThat(PointLibrary.pointVisitOnThread(3, failing, NULL)).isEqualTo(300);
        assertThat(handled).containsExactly("call 0", "call 1", "call 2");
        assertThat(threads[0]).isNotSameAs(Thread.currentThread());
    }

    @Test
    void a_stub_is_not_freed_while_the_second_of_two_threads_is_in_it() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch[] entered = {new CountDownLatch(1), new CountDownLatch(1)};
        CountDownLatch[] leave = {new CountDownLatch(1), new CountDownLatch(1)};
        Arena closed = Arena.ofShared();
        FunctionPointer<PointVisitor> waiting = PointVisitor.of((index, user) -> {
            int call = calls.getAndIncrement();
            entered[call].countDown();
            await(leave[call]);
            return 7;
        }, closed, 100);
        // A raw address: what C has kept, which no downcall holds open.
        FunctionPointer<PointVisitor> kept = FunctionPointer.of(MemorySegment.ofAddress(waiting.address()));
        int[] results = new int[2];
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int call = i;
            threads[i] = Thread.ofPlatform()
                    .start(() -> results[call] = PointLibrary.pointVisitOnThread(1, kept, NULL));
            await(entered[i]);
        }
        leave[0].countDown();
        threads[0].join();
        int before = DeferredStubs.count();

        closed.close();

        assertThat(DeferredStubs.count()).isEqualTo(before + 1);
        leave[1].countDown();
        threads[1].join();
        assertThat(results).containsExactly(7, 7);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void by_default_the_uncaught_exception_handler_of_the_thread_gets_it() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> handled.add(thrown.getMessage()));
        try {
            assertThat(PointLibrary.pointVisitOnThread(1, failing, NULL)).isEqualTo(100);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(handled).containsExactly("call 0");
    }

    @Test
    void a_handler_that_throws_is_printed_and_never_reaches_c() {
        Upcalls.onUnhandled((thread, thrown) -> {
            throw new IllegalArgumentException("the handler's own");
        });

        String printed = errorsOf(() -> assertThat(PointLibrary.pointVisitOnThread(1, failing, NULL)).isEqualTo(100));

        assertThat(printed).contains("call 0", "the handler's own");
    }

    @Test
    void a_generated_call_made_on_the_foreign_thread_gets_the_exception_of_its_own_callbacks() {
        Upcalls.onUnhandled((thread, thrown) -> handled.add("unhandled " + thrown.getMessage()));
        var calling = PointVisitor.of((index, user) -> {
            try {
                return PointLibrary.pointVisit(1, failing, NULL);
            } catch (IllegalStateException expected) {
                handled.add("caught " + expected.getMessage());
                return 1;
            }
        }, arena);

        assertThat(PointLibrary.pointVisitOnThread(1, calling, NULL)).isEqualTo(1);
        assertThat(handled).containsExactly("caught call 0");
    }

    @Test
    void a_raw_call_on_the_foreign_thread_is_not_taken_for_a_generated_one() {
        Upcalls.onUnhandled((thread, thrown) -> handled.add("unhandled " + thrown.getMessage()));
        var calling = PointVisitor.of(
                (index, user) -> RawCalls.visit(PointLibrary.LIBRARY, 1, failing.segment()), arena);

        assertThat(PointLibrary.pointVisitOnThread(2, calling, NULL)).isEqualTo(200);
        assertThat(handled).containsExactly("unhandled call 0", "unhandled call 0");
    }

    private static String errorsOf(Runnable action) {
        PrintStream before = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
