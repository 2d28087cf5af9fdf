package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sample.PointLibrary;
import sample.PointVisitor;

/** How long C may call Java code, with bindings as the generator makes them. */
class CallbackLifetimesTest {
    private static final MemorySegment NULL = MemorySegment.NULL;
    private static final FunctionDescriptor VISITOR = FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

    @BeforeAll
    static void library() {
        CLibrary.point();
    }

    @AfterEach
    void nothing_waits() {
        PointLibrary.pointAdd(1, 1);
        assertThat(DeferredStubs.count()).isZero();
    }

    @Test
    void closing_the_arena_from_within_its_callback_is_an_exception_that_says_so() {
        for (Arena arena : new Arena[]{Arena.ofConfined(), Arena.ofShared()}) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            PointLibrary.pointKeep(PointVisitor.of((index, user) -> {
                try {
                    arena.close();
                } catch (IllegalStateException expected) {
                    thrown.set(expected);
                }
                assertThat(DeferredStubs.count()).isOne();
                return 5;
            }, arena));

            assertThat(PointLibrary.pointCallKept(1)).isEqualTo(5);
            assertThat(thrown.get()).hasMessageContaining("closed by a callback that lives in it");
            assertThat(DeferredStubs.count()).as("freed when the outermost call has returned").isZero();
        }
    }

    @Test
    @SuppressWarnings("try")
    void the_arena_of_a_pointer_that_a_running_call_got_cannot_be_closed() {
        try (Arena arena = Arena.ofConfined()) {
            FunctionPointer<PointVisitor> visitor = PointVisitor.of((index, user) -> {
                arena.close();
                return 1;
            }, arena);
            assertThatThrownBy(() -> PointLibrary.pointVisit(1, visitor, NULL))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a callback cannot close an arena or library while the native call")
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("acquired");
        }
    }

    @Test
    void the_arena_of_another_callback_of_the_same_type_is_closed_from_within_one() {
        try (Arena outer = Arena.ofConfined()) {
            FunctionPointer<PointVisitor> recursive = PointVisitor.of((index, user) -> {
                try (Arena inner = Arena.ofConfined()) {
                    return PointLibrary.pointVisit(2, PointVisitor.of((i, u) -> 1, inner), NULL);
                }
            }, outer);
            assertThat(PointLibrary.pointVisit(3, recursive, NULL)).isEqualTo(6);
        }
    }

    @Test
    void a_pointer_throws_once_its_arena_is_closed() {
        Arena arena = Arena.ofConfined();
        FunctionPointer<PointVisitor> visitor = PointVisitor.of((index, user) -> 1, arena);
        arena.close();
        assertThatThrownBy(() -> PointLibrary.pointVisit(1, visitor, NULL)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_callback_works_until_it_is_closed() {
        Callback<PointVisitor> callback = callback((index, user) -> 3);
        FunctionPointer<PointVisitor> pointer = callback.pointer();
        assertThat(PointLibrary.pointVisit(2, pointer, NULL)).isEqualTo(6);
        callback.close();

        assertThat(callback.isOpen()).isFalse();
        assertThatThrownBy(callback::pointer).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(callback::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> PointLibrary.pointVisit(1, pointer, NULL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_callback_that_closes_itself_is_told_not_to_and_stays_open() {
        AtomicReference<Callback<PointVisitor>> self = new AtomicReference<>();
        self.set(callback((index, user) -> {
            self.get().close();
            return 1;
        }));
        PointLibrary.pointKeep(self.get().pointer());

        assertThatThrownBy(() -> PointLibrary.pointCallKept(1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("from within itself");
        assertThat(self.get().isOpen()).isTrue();
        self.get().close();
    }

    @Test
    void a_callback_for_one_call_gives_zero_after_it_and_is_freed_when_the_outermost_call_returns() {
        AtomicInteger runs = new AtomicInteger();
        Callback<PointVisitor> once = once((index, user) -> 10 + runs.getAndIncrement());

        try (Arena arena = Arena.ofConfined()) {
            FunctionPointer<PointVisitor> outer = PointVisitor.of((index, user) -> {
                int sum = PointLibrary.pointVisit(3, once.pointer(), NULL);
                PointLibrary.pointAdd(1, 1);
                assertThat(DeferredStubs.count()).as("C below may still hold it").isOne();
                return sum;
            }, arena);
            assertThat(PointLibrary.pointVisit(1, outer, NULL)).isEqualTo(10);
        }
        assertThat(runs).hasValue(1);
        assertThat(once.isOpen()).isFalse();
        assertThat(DeferredStubs.count()).isZero();
        assertThatThrownBy(once::pointer).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_callback_for_one_call_on_a_thread_of_c_is_freed_after_that_thread() throws InterruptedException {
        Callback<PointVisitor> once = once((index, user) -> 4);
        assertThat(PointLibrary.pointVisitOnThread(2, once.pointer(), NULL)).isEqualTo(4);

        for (int i = 0; i < 100 && DeferredStubs.count() > 0; i++) {
            Thread.sleep(10);
            callback((index, user) -> 0).close();
        }
        assertThat(DeferredStubs.count()).isZero();
    }

    @Test
    void callbacks_for_one_call_of_many_threads_leave_nothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        AtomicInteger sum = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            Thread.Builder builder = i % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual();
            threads.add(builder.start(() -> {
                for (int j = 0; j < 100; j++) {
                    sum.addAndGet(PointLibrary.pointVisit(3, once((index, user) -> 1).pointer(), NULL));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sum).hasValue(800);
        assertThat(DeferredStubs.count()).isZero();
    }

    @Test
    void an_exception_of_a_callback_for_one_call_comes_out_of_the_call() {
        Callback<PointVisitor> once = once((index, user) -> {
            throw new IllegalArgumentException("once");
        });
        assertThatThrownBy(() -> PointLibrary.pointVisit(2, once.pointer(), NULL)).hasMessage("once");
    }

    @Test
    void a_callback_for_one_call_that_was_never_called_can_be_closed() {
        Callback<PointVisitor> once = once((index, user) -> 4);
        once.close();
        assertThat(once.isOpen()).isFalse();
    }

    @Test
    void holders_are_counted_never_below_zero_and_gone_at_the_end() {
        Callback<PointVisitor> callback = callback((index, user) -> 1);
        assertThat(callback.ref()).isEqualTo(1);
        assertThat(callback.ref()).isEqualTo(2);
        assertThat(callback.unref()).isEqualTo(1);
        assertThat(callback.unref()).isZero();
        assertThat(callback.unref()).isZero();
        callback.close();
        assertThatThrownBy(callback::ref).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(callback::unref).isInstanceOf(IllegalStateException.class);
    }

    private static Callback<PointVisitor> callback(PointVisitor function) {
        return PointLibrary.LIBRARY.callback(lookup(), PointVisitor.class, VISITOR, function, 0);
    }

    private static Callback<PointVisitor> once(PointVisitor function) {
        return PointLibrary.LIBRARY.callbackOnce(lookup(), PointVisitor.class, VISITOR, function, 0);
    }

    /** What the generated interface itself has. */
    private static MethodHandles.Lookup lookup() {
        try {
            return MethodHandles.privateLookupIn(PointVisitor.class, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
