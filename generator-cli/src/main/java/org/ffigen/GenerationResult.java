package org.ffigen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.ffigen.model.NativeApi;
import org.ffigen.write.ChangeSet;

/**
 * What a run did.
 *
 * @param api what was bound, and what was skipped
 * @param changes the files; after {@code --check} they are as they were
 * @param manifest where the manifest is
 * @param origin which libclang or manifest it came from
 * @param stages how long each stage took, in order
 */
public record GenerationResult(NativeApi api, ChangeSet changes, Optional<Path> manifest, String origin,
        SequencedMap<String, Duration> stages) {

    public GenerationResult {
        stages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stages));
    }
}
