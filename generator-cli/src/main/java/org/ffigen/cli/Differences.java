package org.ffigen.cli;

import java.nio.file.Path;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.write.ChangeSet;
import org.ffigen.write.UnifiedDiff;

/** What {@code --check} tells if something would change. */
record Differences(ChangeSet changes, Path base) {

    /** All differences as one unified diff. */
    String diff() {
        StringBuilder diff = new StringBuilder();
        changes.differences().forEach(change -> diff.append(UnifiedDiff.of(change, base)));
        return diff.toString();
    }

    Diagnostic diagnostic() {
        int count = changes.differences().size();
        return Diagnostic.error(DiagnosticCode.OUT_OF_DATE,
                count == 1 ? "1 file is out of date" : count + " files are out of date",
                "run the same command without --check, and commit what it writes");
    }
}
