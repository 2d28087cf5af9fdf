package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.AbsentLibrary;
import sample.Point;
import sample.PointLibrary;

class NativeLibraryTest {
    private static final Path POINT = CLibrary.point();
    private final NativeLibrary library = NativeLibrary.named(MethodHandles.lookup(), POINT.toString(), "0.1");

    @Test
    void functions_are_called_with_values_structs_and_strings() {
        assertThat(PointLibrary.pointAdd(20, 22)).isEqualTo(42);
        assertThat(PointLibrary.pointMidpoint(new Point(0, 2), new Point(4, 4))).isEqualTo(new Point(2, 3));
        assertThat(PointLibrary.pointLength("grüße")).isEqualTo(7);
        assertThat(PointLibrary.pointLength(null)).isEqualTo(-1);
    }

    @Test
    void a_variable_is_read_and_written_in_place() {
        MemorySegment count = library.variable("point_count", 4);

        assertThat(count.byteSize()).isEqualTo(4);
        assertThat(PointLibrary.pointCount()).isEqualTo(7);
        count.set(ValueLayout.JAVA_INT, 0, 8);
        assertThat(PointLibrary.pointCount()).isEqualTo(8);
        count.set(ValueLayout.JAVA_INT, 0, 7);
    }

    @Test
    void it_knows_its_name_and_what_it_has() {
        assertThat(PointLibrary.LIBRARY.name()).isEqualTo("point");
        assertThat(library.name()).isEqualTo(POINT.toString());
        assertThat(library.has("point_add")).isTrue();
        assertThat(library.has("point_count")).isTrue();
        assertThat(library.has("point_absent")).isFalse();
        assertThat(library.function("point_absent").isNative()).isFalse();
    }

    @Test
    void the_shims_of_a_library_find_it_without_the_loader_knowing_its_folder(@TempDir Path folder) throws IOException {
        Path base = CLibrary.compile("int base(void) { return 4; }\n", folder.resolve("libbase.so"),
                "-Wl,-soname,libbase.so.1");
        Path shims = CLibrary.compile("int base(void); int shim(void) { return base(); }\n",
                folder.resolve("libbase-shims.so"), base.toString());

        NativeLibrary found = NativeLibrary.named(MethodHandles.lookup(), base.toString(), "0.1")
                .shims(shims.toString());

        assertThat(found.has("shim")).isTrue();
    }

    @Test
    void the_shims_of_a_library_that_is_denied_are_denied(@TempDir Path folder) throws IOException {
        Path base = CLibrary.compile("int base(void) { return 4; }\n", folder.resolve("libdenied.so"));
        Path shims = CLibrary.compile("int base(void); int shim(void) { return base(); }\n",
                folder.resolve("libdenied-shims.so"), base.toString());
        NativeLibrary found = NativeLibrary.named(MethodHandles.lookup(), base.toString(), "0.1")
                .shims(shims.toString());
        System.setProperty("ffigen.deny", base.toString());
        try {
            assertThatThrownBy(() -> found.has("shim")).isInstanceOf(LibraryDeniedException.class);
        } finally {
            System.clearProperty("ffigen.deny");
        }
    }

    @Test
    void the_shims_of_a_library_that_is_not_there_need_no_permission_but_their_own(@TempDir Path folder)
            throws IOException {
        Path shims = CLibrary.compile("int shim(void) { return 4; }\n", folder.resolve("libonly-shims.so"));
        System.setProperty("ffigen.library.only-shims", shims.toString());
        try {
            for (String entry : List.of("only-shims", folder.toString())) {
                System.setProperty("ffigen.allow", entry);
                assertThat(named("only").shims("only-shims").has("shim")).as(entry).isTrue();
            }
            System.setProperty("ffigen.deny", "only");
            NativeLibrary denied = named("only").shims("only-shims");
            assertThatThrownBy(() -> denied.has("shim")).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("-Dffigen.deny=only");
        } finally {
            List.of("ffigen.library.only-shims", "ffigen.allow", "ffigen.deny").forEach(System::clearProperty);
        }
    }

    @Test
    void a_library_that_is_not_there_is_not_found_whatever_is_allowed(@TempDir Path folder) {
        System.setProperty("ffigen.allow", folder.toString());
        try {
            NativeLibrary absent = named("absent");
            assertThat(absent.function("one").isNative()).isFalse();
            assertThatThrownBy(() -> absent.has("one")).isInstanceOf(NativeLibraryNotFoundError.class)
                    .hasMessageContainingAll("-Dffigen.library.absent: not set", "libabsent.so in ",
                            "loaded by System.load and System.loadLibrary: not asked, as the policy does not allow")
                    .hasMessageNotContaining("none has");
        } finally {
            System.clearProperty("ffigen.allow");
        }
    }

    private static NativeLibrary named(String name) {
        return NativeLibrary.named(MethodHandles.lookup(), name, "0.1");
    }

    @Test
    void a_missing_function_fails_its_own_callers_only_and_each_time_alike() {
        Throwable first = catchThrowable(PointLibrary::pointAbsent);
        Throwable second = catchThrowable(PointLibrary::pointAbsent);

        assertThat(first).isInstanceOf(MissingSymbolError.class)
                .hasMessageContainingAll("'point'", "'point_absent'",
                        POINT.toString());
        assertThat(second).isInstanceOf(MissingSymbolError.class).hasMessage(first.getMessage()).isNotSameAs(first);
        assertThat(PointLibrary.pointAdd(1, 1)).isEqualTo(2);
    }

    @Test
    void a_missing_variable_is_reported() {
        MemorySegment absent = library.variable("point_absent", 4);

        assertThat(absent.byteSize()).isZero();
        assertThatThrownBy(() -> library.failure(absent, new IndexOutOfBoundsException()))
                .isInstanceOf(MissingSymbolError.class)
                .hasMessageContaining("'point_absent'");
    }

    @Test
    void a_missing_library_fails_each_call_alike() {
        Throwable first = catchThrowable(AbsentLibrary::absent);
        Throwable second = catchThrowable(AbsentLibrary::absent);

        assertThat(first).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContainingAll("'absent'",
                        "sample.AbsentLibrary");
        assertThat(second).isInstanceOf(NativeLibraryNotFoundError.class).hasMessage(first.getMessage());
    }

    @Test
    void bindings_of_another_version_are_refused_at_once() {
        assertThatThrownBy(() -> NativeLibrary.named(MethodHandles.lookup(), "z", "0.7"))
                .isInstanceOf(IncompatibleRuntimeError.class)
                .hasMessageContainingAll("0.7", RuntimeVersion.API, NativeLibraryTest.class.getName(), "generate");
    }

    @Test
    void what_a_call_threw_is_thrown_as_it_is() {
        var unchecked = new IllegalStateException();
        var error = new LinkageError();
        var checked = new Exception();
        MemorySegment address = library.function("point_add");

        assertThat(catchThrowable(() -> library.failure(address, unchecked))).isSameAs(unchecked);
        assertThat(catchThrowable(() -> library.failure(address, error))).isSameAs(error);
        assertThat(catchThrowable(() -> library.failure(address, checked)))
                .isSameAs(checked);
    }

    @Test
    void many_threads_open_it_once_and_all_see_it() {
        for (int round = 0; round < 20; round++) {
            NativeLibrary fresh = NativeLibrary.named(MethodHandles.lookup(), POINT.toString(), "0.1");
            List<Long> addresses = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> fresh.function("point_add").address())
                    .distinct()
                    .toList();
            assertThat(addresses).hasSize(1).doesNotContain(0L);
        }
    }

    @Test
    void a_lookup_that_is_not_the_bindings_own_is_refused_with_advice() {
        assertThatThrownBy(() -> NativeLibrary.named(MethodHandles.publicLookup(), POINT.toString(), "0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MethodHandles.lookup()");
    }

    @Test
    void a_callback_without_its_adapter_is_refused() {
        interface NoAdapter extends Runnable {
        }

        assertThatThrownBy(() -> library.upcall(MethodHandles.lookup(), NoAdapter.class,
                java.lang.foreign.FunctionDescriptor.ofVoid(), () -> {
                }, java.lang.foreign.Arena.global())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("upcall");
    }
}
