package org.ffigen;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.model.NativeApi;
import org.ffigen.parse.ShimCheck;

/**
 * What was read.
 *
 * @param api everything the headers declare
 * @param files all files that had a part in it, absolute, with their digests
 * @param inputsText the text of the manifest's {@code .inputs.json}; empty if a manifest was read
 * @param shimCheck how the C of shims is checked; empty if a manifest was read
 * @param origin which libclang read it, or which manifest it was
 */
record Source(NativeApi api, SortedMap<Path, String> files, Optional<String> inputsText,
        Optional<ShimCheck> shimCheck, String origin) {

    Source {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The same, in which more files had a part. */
    Source with(SortedMap<Path, String> more) {
        SortedMap<Path, String> all = new TreeMap<>(files);
        all.putAll(more);
        return new Source(api, all, inputsText, shimCheck, origin);
    }
}
