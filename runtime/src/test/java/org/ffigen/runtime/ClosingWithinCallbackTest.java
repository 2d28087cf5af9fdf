package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Ffi;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.PointVisitor;

/** C calls two callbacks of one arena, and the first closes it: freeing the second then would end the process. */
class ClosingWithinCallbackTest {
    @TempDir
    static Path folder;
    private static Path file;

    @BeforeAll
    static void compile() throws IOException {
        file = CLibrary.compile("""
                typedef int (*step)(int index, void *user);
                static step first, second;
                void keep(step a, step b) { first = a; second = b; }
                int run(void) {
                    int sum = first(1, 0);
                    return sum + second(2, 0);
                }
                """, folder.resolve("libsteps.so"));
    }

    private static List<String> said(String arena, String where) throws IOException {
        Child child = Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-Dffigen.library.point=" + CLibrary.point(), "-cp", System.getProperty("java.class.path"),
                Program.class.getName(), file.toString(), arena, where));
        assertThat(child.exitCode()).as(child.output()).isZero();
        return child.output().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confined", "shared"})
    void an_arena_frees_none_until_the_thread_has_left_c(String arena) throws IOException {
        assertThat(said(arena, "within")).containsExactly("an arena was closed by a callback that lives in it, while C"
                + " is still in that callback: close it after the native call, or use a Callback for one call only",
                "alive: false, waiting: 0");
    }

    @Test
    void a_scope_stays_as_it_is() throws IOException {
        assertThat(said("scope", "within")).containsExactly("a scope of callbacks cannot be closed from within one of"
                + " them: C is still in it. Close it after the native call, or make it for one call only",
                "run again: 13", "alive: false, waiting: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "scope", "once"})
    void what_another_thread_closes_gives_c_zero_and_is_freed_later(String arena) throws IOException {
        assertThat(said(arena, "beside")).containsExactly("run: 1", "alive: false, waiting: 0");
    }

    static final class Program {
        private static final CountDownLatch RUNNING = new CountDownLatch(1);
        private static final CountDownLatch CLOSED = new CountDownLatch(1);
        private static boolean closes = true;

        public static void main(String[] arguments) throws Exception {
            DynamicLibrary library = Ffi.of(MethodHandles.lookup())
                    .open(arguments[0], SymbolTable.builder()
                            .function("keep", VOID, FUNCTION, FUNCTION)
                            .function("run", I32)
                            .build());
            Arena arena = switch (arguments[1]) {
                case "confined" -> Arena.ofConfined();
                case "shared" -> Arena.ofShared();
                case "once" -> CallbackScope.once();
                default -> CallbackScope.untilClosed();
            };
            boolean within = arguments[2].equals("within");
            var second = PointVisitor.of((index, user) -> 10 + index, arena);
            var first = PointVisitor.of((index, user) -> {
                if (within && closes) {
                    closes = false;
                    arena.close();
                } else if (!within) {
                    RUNNING.countDown();
                    await(CLOSED);
                }
                return index;
            }, arena);
            library.function("keep").call(first, second);
            if (within) {
                runWithin(library);
            } else {
                runBeside(library, arena);
            }
            if (arena.scope().isAlive()) {
                System.out.println("run again: " + library.function("run").call());
                arena.close();
            }
            System.out.println("alive: " + arena.scope().isAlive() + ", waiting: " + DeferredStubs.count());
        }

        private static void runWithin(DynamicLibrary library) {
            try {
                System.out.println("run: " + library.function("run").call());
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }

        private static void runBeside(DynamicLibrary library, Arena arena) {
            var running = CompletableFuture.supplyAsync(() -> library.function("run").call());
            await(RUNNING);
            arena.close();
            CLOSED.countDown();
            System.out.println("run: " + running.join());
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
