package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

class ClosableLibraryTest {
    /** As the generator writes such a class: the addresses are the instance's, the handle everybody's. */
    private static final class Instance implements AutoCloseable {
        private static final class Call {
            static final NativeLibrary ACCESS = NativeLibrary.named(MethodHandles.lookup(), "point",
                    RuntimeVersion.API);
            static final MethodHandle HANDLE = ACCESS.downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        }

        final ClosableLibrary library = ClosableLibrary.open(MethodHandles.lookup(),
                LibrarySource.file(CLibrary.point()));
        private final MemorySegment add = library.function("point_add");
        private final MemorySegment absent = library.function("point_absent");

        int add(int a, int b) {
            try {
                return (int) Call.HANDLE.invokeExact(add, a, b);
            } catch (Throwable thrown) {
                throw library.failure("point_add", add, thrown);
            }
        }

        int absent() {
            try {
                return (int) Call.HANDLE.invokeExact(absent, 1, 2);
            } catch (Throwable thrown) {
                throw library.failure("point_absent", absent, thrown);
            }
        }

        @Override
        public void close() {
            library.close();
        }
    }

    @Test
    void calls_work_until_it_is_closed_and_throw_after() {
        Instance instance = new Instance();
        assertThat(instance.add(20, 22)).isEqualTo(42);
        MemorySegment count = instance.library.variable("point_count", 4);
        instance.close();

        assertThatThrownBy(() -> instance.add(1, 2)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libpoint.so' is closed");
        assertThatThrownBy(() -> count.get(JAVA_INT, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> instance.library.has("point_add")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(instance::close).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void closing_one_of_two_leaves_the_other_open() {
        Instance first = new Instance();
        try (Instance second = new Instance()) {
            first.close();
            assertThat(second.add(1, 2)).isEqualTo(3);
            assertThatThrownBy(() -> first.add(1, 2)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_missing_function_says_so_and_can_be_asked_for() {
        try (Instance instance = new Instance()) {
            assertThat(instance.library.has("point_absent")).isFalse();
            assertThatThrownBy(instance::absent).isInstanceOf(MissingSymbolError.class)
                    .hasMessageContainingAll("point_absent", "libpoint.so");
        }
    }
}
