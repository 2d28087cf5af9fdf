package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sample.PointLibrary;
import sample.PointVisitor;

class UpcallsTest {
    private static final MemorySegment NULL = MemorySegment.NULL;
    private final Arena arena = Arena.ofShared();

    @BeforeAll
    static void library() {
        CLibrary.point();
    }

    @BeforeEach
    void nothingPending() {
        assertThat(Upcalls.isPending()).isFalse();
    }

    @AfterEach
    void close() {
        assertThat(Upcalls.isPending()).isFalse();
        arena.close();
    }

    @Test
    void the_very_exception_comes_out_of_the_call_that_led_to_the_callback() {
        var thrown = new IllegalStateException("mine");
        var visitor = PointVisitor.of((index, user) -> {
            throw thrown;
        }, arena);

        assertThat(catchThrowable(() -> PointLibrary.pointVisit(3, visitor, NULL))).isSameAs(thrown);
    }

    @Test
    void an_error_comes_out_too() {
        var visitor = PointVisitor.of((index, user) -> {
            throw new StackOverflowError("mine");
        }, arena);

        assertThatThrownBy(() -> PointLibrary.pointVisit(1, visitor, NULL)).isInstanceOf(StackOverflowError.class)
                .hasMessage("mine");
    }

    @Test
    void a_checked_exception_comes_out_of_the_call_as_it_is() {
        var thrown = new IOException("mine");
        var visitor = PointVisitor.of((index, user) -> UpcallsTest.<RuntimeException, Integer>sneak(thrown), arena);

        assertThatThrownBy(() -> PointLibrary.pointVisit(1, visitor, NULL)).isSameAs(thrown);
    }

    @Test
    void c_goes_on_with_the_value_and_later_callbacks_do_not_enter_java() {
        List<Integer> seen = new ArrayList<>();
        int[] sum = new int[1];
        var failing = PointVisitor.of((index, user) -> {
            seen.add(index);
            if (index == 2) {
                throw new IllegalStateException("at 2");
            }
            return 1;
        }, arena, 100);
        var outer = PointVisitor.of((index, user) -> {
            // The raw call, without rethrow, shows what C computed.
            sum[0] = rawVisit(6, failing);
            assertThat(Upcalls.isPending()).isTrue();
            return 0;
        }, arena);

        assertThatThrownBy(() -> PointLibrary.pointVisit(1, outer, NULL)).hasMessage("at 2");
        assertThat(seen).containsExactly(0, 1, 2);
        assertThat(sum[0]).isEqualTo(1 + 1 + 4 * 100);
    }

    @Test
    void an_exception_passes_through_nested_levels_of_java_and_c() {
        var thrown = new IllegalStateException("innermost");
        var visitor = PointVisitor.of((index, user) -> {
            throw thrown;
        }, arena);
        for (int level = 0; level < 5; level++) {
            var inner = visitor;
            visitor = PointVisitor.of((index, user) -> PointLibrary.pointVisit(2, inner, NULL), arena);
        }
        var outermost = visitor;

        assertThat(catchThrowable(() -> PointLibrary.pointVisit(2, outermost, NULL))).isSameAs(thrown);
    }

    @Test
    void a_callback_in_the_middle_may_handle_the_exception() {
        var failing = PointVisitor.of((index, user) -> {
            throw new IllegalStateException("inner");
        }, arena);
        var handling = PointVisitor.of((index, user) -> {
            try {
                return PointLibrary.pointVisit(1, failing, NULL);
            } catch (IllegalStateException handled) {
                return 5;
            }
        }, arena);

        assertThat(PointLibrary.pointVisit(3, handling, NULL)).isEqualTo(15);
    }

    @Test
    void a_stored_callback_throws_out_of_whichever_call_runs_it() {
        PointLibrary.pointKeep(PointVisitor.of((index, user) -> {
            throw new IllegalStateException("kept " + index);
        }, arena));

        assertThatThrownBy(() -> PointLibrary.pointCallKept(9)).hasMessage("kept 9");
        assertThat(PointLibrary.pointAdd(1, 2)).isEqualTo(3);
    }

    @Test
    void an_exception_comes_out_of_a_call_through_a_function_pointer() {
        PointVisitor back = PointVisitor.from(PointVisitor.of((index, user) -> {
            throw new IllegalStateException("through a pointer");
        }, arena));

        assertThatThrownBy(() -> back.apply(1, NULL)).hasMessage("through a pointer");
        assertThat(PointVisitor.from(PointLibrary.pointDoubling()).apply(21, NULL)).isEqualTo(42);
    }

    @Test
    void another_thread_does_not_see_a_pending_exception() throws Exception {
        for (Thread.Builder builder : List.<Thread.Builder>of(Thread.ofPlatform(), Thread.ofVirtual())) {
            var pending = new CountDownLatch(1);
            var done = new CountDownLatch(1);
            var failing = PointVisitor.of((index, user) -> {
                throw new IllegalStateException("here");
            }, arena);
            var waiting = PointVisitor.of((index, user) -> {
                rawVisit(1, failing);
                pending.countDown();
                await(done);
                return 0;
            }, arena);
            var result = new CompletableFuture<Throwable>();
            builder.start(() -> result.complete(catchThrowable(() -> PointLibrary.pointVisit(1, waiting, NULL))));
            await(pending);

            var counting = PointVisitor.of((index, user) -> 1, arena);
            assertThat(PointLibrary.pointVisit(10, counting, NULL)).isEqualTo(10);

            done.countDown();
            assertThat(result.get()).hasMessage("here");
        }
    }

    @Test
    void each_of_many_virtual_threads_gets_its_own_exception() throws Exception {
        var visitor = PointVisitor.of((index, user) -> {
            throw new IllegalStateException("thread " + Thread.currentThread().getName());
        }, arena);
        List<CompletableFuture<Throwable>> results = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            var result = new CompletableFuture<Throwable>();
            results.add(result);
            Thread.ofVirtual()
                    .name("v" + i)
                    .start(
                            () -> result.complete(catchThrowable(() -> PointLibrary.pointVisit(2, visitor, NULL))));
        }

        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get()).hasMessage("thread v" + i);
        }
    }

    /** point_visit as code that is not a generated binding calls it. */
    private static int rawVisit(int count, FunctionPointer<PointVisitor> visitor) {
        return RawCalls.visit(PointLibrary.LIBRARY, count, visitor.segment());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable, R> R sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
