package org.ffigen.libclang;

import java.util.Locale;
import java.util.function.Consumer;

/** Says how far a download is, at every 5 percent; of unknown length, at every 10 MB. */
final class DownloadProgress {
    private static final int STEP_PERCENT = 5;
    private static final double MEGABYTE = 1 << 20;
    private static final long STEP_BYTES = 10 << 20;

    private final String what;
    private final long totalBytes;
    private final Consumer<String> progress;
    private long step;

    /**
     * Nothing is said before the first {@link #reached}.
     *
     * @param totalBytes the length, or -1 if unknown
     */
    DownloadProgress(String what, long totalBytes, Consumer<String> progress) {
        this.what = what;
        this.totalBytes = totalBytes;
        this.progress = progress;
    }

    /** Takes how many bytes have come so far. */
    void reached(long bytes) {
        long reachedStep = totalBytes > 0 ? bytes * 100 / totalBytes / STEP_PERCENT : bytes / STEP_BYTES;
        if (reachedStep > step) {
            step = reachedStep;
            progress.accept(what + ": " + (totalBytes > 0
                    ? String.format(Locale.ROOT, "%d%% (%.1f of %.1f MB)", step * STEP_PERCENT, bytes / MEGABYTE,
                            totalBytes / MEGABYTE)
                    : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)));
        }
    }
}
