package org.ffigen.maven.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the JVM left behind when it crashed.
 *
 * @param file its report, {@code hs_err_<run>_pid<pid>.log}
 * @param signal {@code SIGSEGV (0xb)}
 * @param frame the place in native code, {@code C  [libclang.so.1+0x8d7f]  clang_createIndex+0x1f}
 */
public record CrashReport(Path file, Optional<String> signal, Optional<String> frame) {

    private static final Pattern SIGNAL = Pattern.compile("#\\s+((?:SIG|EXCEPTION_)\\w+ \\(0x[0-9a-f]+\\)).*");
    private static final Pattern FRAME = Pattern.compile("# ([CVvJj]\\s+\\S.*)");
    private static final int HEADING = 30;

    /** Empty if there is no such file. */
    static Optional<CrashReport> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            List<String> heading = lines.limit(HEADING).toList();
            return Optional.of(new CrashReport(file, first(SIGNAL, heading), first(FRAME, heading)));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(new CrashReport(file, Optional.empty(), Optional.empty()));
        }
    }

    /** Whether it happened in native code outside the JVM: libclang, or what libclang called. */
    boolean blamesLibclang() {
        return frame.isEmpty() || frame.get().startsWith("C");
    }

    private static Optional<String> first(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).map(line -> line.group(1)).findFirst();
    }
}
