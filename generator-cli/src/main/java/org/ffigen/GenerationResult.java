package org.ffigen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.ffigen.bind.GivenName;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;
import org.ffigen.select.Selected;
import org.ffigen.write.ChangeSet;

/**
 * What a run did.
 *
 * @param selected what was bound, what was skipped, and what the user left out
 * @param givenNames names in Java that are not what the naming rules alone make of C's
 * @param unused typedefs of function pointers that nothing uses, and that no Java is of
 * @param changes the files; after {@code --check} they are as they were
 * @param manifest where the manifest is
 * @param origin which libclang or manifest it came from
 * @param stages how long each stage took, in order
 */
public record GenerationResult(Selected selected, List<GivenName> givenNames, Set<DeclId> unused,
        ChangeSet changes,
        Optional<Path> manifest, String origin,
        SequencedMap<String, Duration> stages) {

    public GenerationResult {
        unused = Set.copyOf(unused);
        givenNames = List.copyOf(givenNames);
        stages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stages));
    }

    /** What is declared, and no Java is of: what nothing uses, and excluded types of which nothing is left. */
    public Set<DeclId> withoutJava() {
        Set<DeclId> ids = new HashSet<>(unused);
        selected.leftOut()
                .keySet()
                .stream()
                .filter(id -> !(api().find(id).orElse(null) instanceof Declaration.OpaqueDecl))
                .forEach(ids::add);
        return ids;
    }

    /** What was bound, and what was skipped. */
    public NativeApi api() {
        return selected.api();
    }
}
