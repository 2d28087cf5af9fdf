package org.ffigen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Takes the time of one stage after the other. */
final class StageClock {

    private final SequencedMap<String, Duration> stages = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Ends a stage: it took from the end of the one before until now. */
    void lap(String stage) {
        long now = System.nanoTime();
        stages.merge(stage, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    SequencedMap<String, Duration> stages() {
        return stages;
    }
}
