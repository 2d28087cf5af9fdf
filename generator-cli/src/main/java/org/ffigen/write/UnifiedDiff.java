package org.ffigen.write;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;

/** Shows changes the way {@code diff -u} and {@code git diff} do. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {
    }

    /**
     * The diff of a file, with a newline after each line.
     *
     * @param base what the shown paths are relative to
     */
    public static String of(FileChange change, Path base) {
        List<String> before = change.before().lines().toList();
        List<String> after = change.after().lines().toList();
        String name = shown(change.path(), base);
        if (before.equals(after) && change.kind() == FileChange.Kind.CHANGED) {
            return "Only line ends differ in " + name + "\n";
        }
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                change.kind() == FileChange.Kind.ADDED ? null : "a/" + name,
                change.kind() == FileChange.Kind.DELETED ? null : "b/" + name, before, DiffUtils.diff(before, after),
                CONTEXT);
        return String.join("\n", lines) + "\n";
    }

    private static String shown(Path path, Path base) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }
}
