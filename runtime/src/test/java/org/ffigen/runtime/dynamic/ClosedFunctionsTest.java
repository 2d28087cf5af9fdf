package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions whose addresses a library gives: calling them when it is closed would end the process. */
class ClosedFunctionsTest {
    @TempDir
    static Path folder;

    @Test
    void what_a_call_gave_throws_when_the_library_is_closed() throws IOException {
        Path file = CLibrary.compile("""
                static int add_one(int value) { return value + 1; }
                int (*chosen(int there))(int) { return there ? add_one : 0; }
                """, folder.resolve("libchosen.so"));
        Child child = Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Program.class.getName(), file.toString()));
        assertThat(child.exitCode()).as(child.output()).isZero();
        assertThat(child.output().lines()).containsExactly("null", "42 42 42", "closed", "closed",
                "closed");
    }

    static final class Program {
        private static final Signature ADDING = Signature.of(I32, I32);

        public static void main(String[] arguments) throws Throwable {
            Ffi ffi = Ffi.of(MethodHandles.lookup());
            DynamicLibrary library = ffi.open(arguments[0],
                    SymbolTable.builder().function("chosen", FUNCTION, I32).build());
            NativeFunction chosen = library.function("chosen");
            System.out.println(chosen.call(0));
            NativeFunction called = ffi.function((MemorySegment) chosen.call(1), ADDING);
            NativeFunction async = ffi.function((MemorySegment) chosen.callAsync(1).join(), ADDING);
            NativeFunction exact = ffi.function((MemorySegment) chosen.handle().invokeExact(1), ADDING);
            System.out.println(called.call(41) + " " + async.callAsync(41).join() + " "
                    + (int) exact.handle().invokeExact(41));
            library.close();
            for (NativeFunction gone : List.of(called, async, exact)) {
                try {
                    System.out.println(gone == async ? gone.callAsync(1).join() : gone.call(1));
                } catch (IllegalStateException | CompletionException closed) {
                    System.out.println("closed");
                }
            }
        }
    }
}
