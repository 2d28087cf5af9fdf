package org.ffigen.maven.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the generator writes to its standard error: lines of progress, which are passed on as they come, and then
 * diagnostics, which are kept, because how to tell them depends on how the run ends. One thread may write while
 * another waits; what it wrote is read after it ended.
 */
public final class GeneratorOutput implements Consumer<String> {

    private static final Pattern DIAGNOSTIC = Pattern.compile("\\b(?:error|warning|note)\\[FFI\\d+]");
    private static final Pattern WARNING = Pattern.compile("\\bwarning\\[FFI\\d+]");
    private static final int MOST_LINES = 1_000;

    private final Consumer<String> progress;
    private final List<String> lines = new ArrayList<>();
    private boolean diagnosing;
    private long dropped;

    public GeneratorOutput(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void accept(String line) {
        if (!diagnosing && DIAGNOSTIC.matcher(line).find()) {
            diagnosing = true;
            lines.clear();
        }
        if (!diagnosing) {
            progress.accept(line);
        }
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        } else {
            dropped++;
        }
    }

    /** The diagnostics with their source lines; if there are none, the lines of progress, the last of what is known. */
    public synchronized String text() {
        String text = String.join("\n", lines).strip();
        return dropped == 0 ? text : text + "\n... and " + dropped + " more lines";
    }

    /** Whether there are diagnostics. */
    public synchronized boolean hasDiagnostics() {
        return diagnosing;
    }

    /** Whether any of them is a warning. */
    public synchronized boolean hasWarnings() {
        return lines.stream().anyMatch(line -> WARNING.matcher(line).find());
    }
}
