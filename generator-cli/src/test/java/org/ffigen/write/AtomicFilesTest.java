package org.ffigen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ffigen.diagnostic.GenerationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run that is told to end while it writes. */
class AtomicFilesTest {

    private static final byte[] NEW = {'n'};

    @TempDir
    Path folder;

    /** A process that ends between the writing and the moving, as by Ctrl-C. */
    static final class EndingProcess {

        public static void main(String[] arguments) {
            AtomicFiles files = new AtomicFiles();
            files.prepare(Path.of(arguments[0], "A.java"), NEW);
            files.prepare(Path.of(arguments[0], "p/B.java"), NEW);
            files.prepareLast(Path.of(arguments[0], "index/L"), NEW);
            System.exit(0);
        }
    }

    @Test
    void a_process_that_ends_before_files_are_moved_leaves_what_was_there() throws Exception {
        Files.writeString(folder.resolve("A.java"), "old");

        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), EndingProcess.class.getName(), folder.toString()).inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(all()).containsExactly("A.java");
        assertThat(folder.resolve("A.java")).hasContent("old");
    }

    @Test
    void what_comes_after_the_end_is_not_written() throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.prepare(folder.resolve("p/A.java"), NEW);
            files.abandon();

            assertThat(all()).isEmpty();
            assertThatThrownBy(() -> files.prepare(folder.resolve("B.java"), NEW))
                    .isInstanceOf(GenerationException.class);
            files.carryOut(List.of(), Optional.empty());
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void an_end_after_the_moves_takes_nothing_back() throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.prepare(folder.resolve("p/A.java"), NEW);
            files.prepareLast(folder.resolve("index/L"), NEW);
            files.carryOut(List.of(), Optional.empty());
            files.abandon();
        }
        assertThat(all()).containsExactly("index", "index/L", "p", "p/A.java");
    }

    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !f.equals(folder)).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }
}
