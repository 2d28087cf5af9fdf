package guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.dynamic.NativeType.F64;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.ClosableLibrary;
import org.ffigen.runtime.LibrarySource;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Ffi;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.ffigen.runtime.dynamic.UnsafePointerView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/runtime.md}, run. */
class RuntimeGuideTest {
    private static final Path GUIDE = Path.of("../docs/runtime.md");
    private static final Path SELF = Path.of("src/test/java/guide/RuntimeGuideTest.java");

    @TempDir
    static Path folder;

    @BeforeAll
    static void library() throws IOException {
        Path library = CLibrary.compile("""
                #include <stdint.h>
                typedef struct { double x, y; } point;
                const uint32_t example_version = 3;
                int add(int a, int b) { return a + b; }
                point middle(point a, point b) { return (point){(a.x + b.x) / 2, (a.y + b.y) / 2}; }
                void each(int n, void (*f)(int)) { for (int i = 0; i < n; i++) f(i); }
                const char *greeting(void) { return "hello"; }
                """, folder.resolve("libexample.so"));
        System.setProperty("ffigen.library.example", library.toString());
    }

    @AfterAll
    static void restore() {
        System.clearProperty("ffigen.library.example");
    }

    @Test
    void every_snippet_of_the_guide_is_code_of_this_test() throws IOException {
        String self = unindented(Files.readString(SELF));
        Matcher snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        int count = 0;
        while (snippets.find()) {
            assertThat(self).contains(unindented(snippets.group(1)).strip());
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(7);
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^[ \t]+", "");
    }

    @Test
    void open_and_call() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        SymbolTable table = SymbolTable.builder()
                .function("add", I32, I32, I32)
                .variable("example_version", U32)
                .build();
        try (DynamicLibrary example = ffi.open("example", table)) {
            int sum = (int) example.function("add").call(5, 3);
            long version = (long) example.variable("example_version");
            assertThat(sum).isEqualTo(8);
            assertThat(version).isEqualTo(3);
        }
    }

    @Test
    void without_boxing() throws Throwable {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        try (DynamicLibrary example = ffi.open("example",
                SymbolTable.builder().function("add", I32, I32, I32).build())) {
            NativeFunction add = example.function("add");
            int sum = (int) add.handle().invokeExact(5, 3);
            assertThat(sum).isEqualTo(8);
        }
    }

    @Test
    void structs() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        NativeType point = NativeType.struct(F64, F64);
        SymbolTable table = SymbolTable.builder().function("middle", point, point, point).build();
        try (DynamicLibrary example = ffi.open("example", table)) {
            MemorySegment middle = (MemorySegment) example.function("middle")
                    .call(List.of(0, 0), new double[]{10, 4});
            double x = middle.get(ValueLayout.JAVA_DOUBLE, 0);
            assertThat(x).isEqualTo(5);
        }
    }

    @Test
    void callbacks() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        SymbolTable table = SymbolTable.builder().function("each", VOID, I32, FUNCTION).build();
        try (DynamicLibrary example = ffi.open("example", table);
                Callback<CallbackFunction> visitor = ffi.callback(Signature.of(VOID, I32), arguments -> {
                    if ((int) arguments[0] == 2) {
                        throw new IllegalStateException("at 2");
                    }
                    return null;
                })) {
            NativeFunction each = example.function("each");
            assertThatThrownBy(() -> each.call(5, visitor.pointer())).hasMessage("at 2");
        }
    }

    @Test
    void views() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        try (DynamicLibrary example = ffi.open("example",
                SymbolTable.builder().function("greeting", POINTER).build())) {
            UnsafePointerView view = ffi.view((MemorySegment) example.function("greeting").call());
            String text = view.getCString(0);
            int unaligned = view.getInt32(1);
            assertThat(text).isEqualTo("hello");
            assertThat(unaligned).isEqualTo('e' | 'l' << 8 | 'l' << 16 | 'o' << 24);
        }
    }

    interface Example {
        int add(int a, int b);

        String greeting();

        default int twice(int x) {
            return add(x, x);
        }
    }

    @Test
    void interfaces() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        try (DynamicLibrary library = ffi.open("example", SymbolTable.builder().build())) {
            Example example = library.bind(Example.class);
            assertThat(example.twice(21)).isEqualTo(42);
            assertThat(example.greeting()).isEqualTo("hello");
        }
    }

    interface Calculator extends AutoCloseable {
        int add(int a, int b);

        @Override
        void close();
    }

    @Test
    void interfaces_that_close() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        try (Calculator calculator = ffi.open("example", SymbolTable.builder().build()).bind(Calculator.class)) {
            int five = calculator.add(2, 3);
            assertThat(five).isEqualTo(5);
        }
    }

    @Test
    void futures() {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        try (DynamicLibrary example = ffi.open("example",
                SymbolTable.builder().function("add", I32, I32, I32).build())) {
            CompletableFuture<Object> sum = example.function("add").callAsync(5, 3);
            assertThat(sum).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(8);
        }
    }

    @Test
    void sources() {
        LibrarySource source = LibrarySource.named("example")
                .onWindows(LibrarySource.named("example-2"))
                .or(LibrarySource.resource(RuntimeGuideTest.class, "/native/{target}/{file:example}"));
        try (ClosableLibrary library = ClosableLibrary.open(MethodHandles.lookup(), source)) {
            assertThat(library.has("add")).isTrue();
        }
    }
}
