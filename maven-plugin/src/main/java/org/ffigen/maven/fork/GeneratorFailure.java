package org.ffigen.maven.fork;

import java.util.List;

/**
 * A failed run, in words for the person whose build it is.
 *
 * @param message all of it, with the generator's own diagnostics
 * @param isOurs whether it is a fault of ffigen's or of the machine rather than of the project
 */
public record GeneratorFailure(String message, boolean isOurs) {

    private static final int USAGE = 2;
    private static final int ENVIRONMENT = 5;
    private static final List<Integer> STOP_SIGNALS = List.of(1, 2, 15);
    private static final int KILL = 9;

    /**
     * @param headers what it was to read
     * @param output what it wrote to its standard error
     */
    public static GeneratorFailure of(GeneratorResult result, List<String> headers, String output) {
        if (result.isCrash()) {
            return new GeneratorFailure(crash(result, headers) + (output.isEmpty() ? "" : "\n" + output), false);
        }
        if (result.status() >= USAGE && result.status() <= ENVIRONMENT) {
            return new GeneratorFailure("no bindings were generated:\n" + output, false);
        }
        return new GeneratorFailure(
                "the generator failed with exit status " + result.status() + ", which it should not:\n" + output, true);
    }

    private static String crash(GeneratorResult result, List<String> headers) {
        String what = String.join(", ", headers);
        int signal = result.signal().orElse(0);
        if (signal == KILL) {
            return "the generator was killed while reading " + what + " (signal 9), as systems do when memory runs out";
        }
        if (STOP_SIGNALS.contains(signal)) {
            return "the generator was stopped while reading " + what + " (signal " + signal + ")";
        }
        StringBuilder message = new StringBuilder();
        message.append(
                result.crash().map(CrashReport::blamesLibclang).orElse(true) ? "libclang" : "the generator's JVM");
        message.append(" crashed while reading ").append(what).append(" (").append(cause(result)).append(')');
        result.crash().flatMap(CrashReport::frame).ifPresent(frame -> message.append("\n  in: ").append(frame));
        result.crash().ifPresent(crash -> message.append("\n  report: ").append(crash.file()));
        return message.append("\n  hint: try another libclang, with -Dffigen.libclang=<file> or <libclang>").toString();
    }

    /** A JVM that reports a crash ends itself by SIGABRT: its report knows the signal that came first. */
    private static String cause(GeneratorResult result) {
        return result.crash()
                .flatMap(CrashReport::signal)
                .map(GeneratorFailure::numbered)
                .or(() -> result.signal().map(signal -> "signal " + signal))
                .orElseGet(() -> "exit status 0x" + Integer.toHexString(result.status()));
    }

    /** {@code SIGSEGV (0xb)} becomes {@code signal 11, SIGSEGV}. */
    private static String numbered(String reported) {
        String name = reported.substring(0, reported.indexOf(' '));
        String number = reported.substring(reported.indexOf("0x") + 2, reported.indexOf(')'));
        return name.startsWith("SIG")
                ? "signal " + Integer.parseInt(number, 16) + ", " + name
                : name + " 0x" + number;
    }
}
