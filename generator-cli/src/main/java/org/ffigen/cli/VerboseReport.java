package org.ffigen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ffigen.GenerationResult;

/** What {@code --verbose} adds. */
final class VerboseReport {

    private VerboseReport() {
    }

    /** The lines; none if the run is not verbose. */
    static List<String> lines(Invocation invocation, GenerationResult result) {
        if (!invocation.verbose()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("ffigen: read with " + result.origin());
        result.stages()
                .forEach((stage, time) -> lines
                        .add("ffigen: %-8s %4s ms".formatted(stage, time.toMillis())));
        result.api()
                .skipped()
                .forEach(s -> lines.add("ffigen: skipped %s %s (%s): %s; %s".formatted(s.kind(),
                        s.name(), s.code().code(), s.source(), s.reason())));
        result.unused()
                .stream()
                .sorted()
                .forEach(id -> lines
                        .add(("ffigen: unused %s: nothing has this type, so that there is no interface of it;"
                                + " --include '%s' asks for one").formatted(id, id)));
        result.selected()
                .leftOut()
                .forEach((id, how) -> lines.add("ffigen: left out %s (%s)".formatted(id,
                        how.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        result.givenNames()
                .forEach(n -> lines.add("ffigen: %s is %s in Java: %s".formatted(n.c(), n.java(), n.reason())));
        result.changes()
                .changes()
                .forEach(change -> lines.add("ffigen: %-9s %s"
                        .formatted(change.kind().name().toLowerCase(Locale.ROOT), change.path())));
        return lines;
    }
}
