package org.ffigen.maven.fork;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A program with the manners, good and bad, of the generator. */
public final class FakeGenerator {

    private FakeGenerator() {
    }

    /** The first argument says what to do. */
    public static void main(String[] arguments) throws Throwable {
        switch (arguments[0]) {
            case "echo" -> Arrays.stream(arguments).skip(1).forEach(FakeGenerator::printHex);
            case "flood" -> flood(Integer.parseInt(arguments[1]));
            case "exit" -> {
                System.err.println("a.h:1:2: error[FFI0003]: expected ';'");
                System.exit(Integer.parseInt(arguments[1]));
            }
            case "raise" -> raise(Integer.parseInt(arguments[1]));
            case "where" -> System.out.println(System.getProperty("user.dir"));
            case "stdin" -> System.out.println(System.in.read());
            case "environment" -> System.out.println(System.getenv(arguments[1]));
            case "sleep" -> {
                System.out.println("asleep");
                Thread.sleep(120_000);
            }
            case "speak" -> System.out.println("Gr\u00fc\u00dfe \u03bb");
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void printHex(String argument) {
        System.out.println(HexFormat.of().formatHex(argument.getBytes(StandardCharsets.UTF_8)));
    }

    /** More than a pipe holds, on both outputs in turn. */
    private static void flood(int lines) {
        String line = "x".repeat(200);
        for (int i = 0; i < lines; i++) {
            System.err.println(line);
            System.out.println(line);
        }
    }

    @SuppressWarnings("restricted")
    private static void raise(int signal) throws Throwable {
        System.err.println("about to go");
        Linker linker = Linker.nativeLinker();
        linker.downcallHandle(linker.defaultLookup().findOrThrow("raise"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).invoke(signal);
    }
}
