package org.ffigen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ffigen.model.NativeApi;

/**
 * What was read.
 *
 * @param api everything the headers declare
 * @param files all files that had a part in it, absolute
 * @param inputsText the text of the manifest's {@code .inputs.json}; empty if a manifest was read
 * @param origin which libclang read it, or which manifest it was
 */
record Source(NativeApi api, List<Path> files, Optional<String> inputsText, String origin) {

    Source {
        files = List.copyOf(files);
    }
}
