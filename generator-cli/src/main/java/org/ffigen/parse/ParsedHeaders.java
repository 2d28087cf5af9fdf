package org.ffigen.parse;

import java.util.List;
import org.ffigen.model.NativeApi;

/**
 * What the headers hold.
 *
 * @param api everything their own headers declare, and all types that can be reached from there
 * @param inclusions every file that was read, in the order it was first met
 * @param clangVersion of the libclang that read them, as it says itself
 */
public record ParsedHeaders(NativeApi api, List<Inclusion> inclusions, String clangVersion) {

    public ParsedHeaders {
        inclusions = List.copyOf(inclusions);
    }
}
