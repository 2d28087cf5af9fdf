package org.ffigen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ffigen.GenerationRequest;
import org.ffigen.GenerationResult;
import org.ffigen.write.ChangeSet;
import org.ffigen.write.FileChange;

/** The one line a successful run ends with. */
final class Summary {

    private Summary() {
    }

    /** Such as {@code ffigen: bound 81 functions; skipped 3 (variadic-function 3); 9 files, 2 written; 0.41 s}. */
    static String of(GenerationRequest request, GenerationResult result, double seconds) {
        Counts counts = Counts.of(result.api(), result.withoutJava());
        List<String> bound = new ArrayList<>();
        counts.bound().forEach((kind, count) -> bound.add(counted(count, kind)));
        String files = counted(result.changes().files().size(), "files");
        String written = request.check() ? "up to date" : written(result.changes());
        return "ffigen: bound %s; skipped %s%s; %s, %s; %s".formatted(
                bound.isEmpty() ? "nothing" : String.join(", ", bound), skipped(counts),
                unused(result) + leftOut(result), files,
                written,
                duration(seconds));
    }

    private static String written(ChangeSet changes) {
        long deleted = changes.toWrite().stream().filter(change -> change.kind() == FileChange.Kind.DELETED).count();
        return changes.toWrite().size() - deleted + " written" + (deleted == 0 ? "" : ", " + deleted + " deleted");
    }

    static String duration(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String skipped(Counts counts) {
        if (counts.skipped().isEmpty()) {
            return "nothing";
        }
        List<String> codes = new ArrayList<>();
        counts.skipped().forEach((code, count) -> codes.add(code + " " + count));
        int all = counts.skipped().values().stream().mapToInt(Integer::intValue).sum();
        return all + " (" + String.join(", ", codes) + ")";
    }

    private static String unused(GenerationResult result) {
        int count = result.unused().size();
        return count == 0 ? "" : "; unused " + counted(count, "callbacks");
    }

    /** What the user did not want is not missing; that it is not there is said all the same. */
    private static String leftOut(GenerationResult result) {
        int count = result.selected().leftOut().size();
        return count == 0 ? "" : "; left out " + count;
    }

    private static String counted(int count, String plural) {
        return count + " " + (count == 1 ? Counts.singular(plural) : plural);
    }
}
