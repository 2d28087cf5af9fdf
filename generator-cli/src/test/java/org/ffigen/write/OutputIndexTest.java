package org.ffigen.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ffigen.digest.InputDigest;

class OutputIndexTest {

    @TempDir
    Path temp;

    private Path out;
    private Path header;
    private Path source;
    private Path manifest;
    private OutputIndex index;

    @BeforeEach
    void makeFiles() throws IOException {
        out = Files.createDirectories(temp.resolve("gen"));
        header = Files.writeString(temp.resolve("a header.h"), "int f(void);");
        source = Files.writeString(out.resolve("A.java"), "class A {}");
        manifest = Files.writeString(temp.resolve("m.json"), "{}");
        index = new OutputIndex("1.2", InputDigest.ofText("x"), new TreeMap<>(Map.of(header, digest(header))),
                new TreeMap<>(Map.of(source, digest(source), manifest, digest(manifest))));
    }

    @Test
    void is_a_text_file_of_digests_and_paths() {
        assertThat(index.text(out)).isEqualTo("""
                ffigen-depfile 1 1.2 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
                %s  %s
                %s *A.java
                %s *../m.json
                """.formatted(digest(header), header, digest(source), digest(manifest)));
    }

    @Test
    void reads_what_it_wrote() throws IOException {
        Path file = Files.writeString(temp.resolve("index"), index.text(out));

        assertThat(OutputIndex.read(file, out)).contains(index);
    }

    @Test
    void says_nothing_if_it_is_missing_damaged_or_of_another_format() throws IOException {
        Path file = temp.resolve("index");
        assertThat(OutputIndex.read(file, out)).isEmpty();
        Files.writeString(file, "");
        assertThat(OutputIndex.read(file, out)).isEmpty();
        Files.writeString(file, index.text(out).replace("depfile 1", "depfile 2"));
        assertThat(OutputIndex.read(file, out)).isEmpty();
        Files.writeString(file, index.text(out).substring(0, 100));
        assertThat(OutputIndex.read(file, out)).isEmpty();
    }

    @Test
    void is_intact_until_an_input_or_output_changes_or_goes() throws IOException {
        assertThat(index.isIntact()).isTrue();

        Files.writeString(header, "int g(void);");
        assertThat(index.isIntact()).isFalse();

        Files.writeString(header, "int f(void);");
        assertThat(index.isIntact()).isTrue();

        Files.delete(source);
        assertThat(index.isIntact()).isFalse();
    }

    @Test
    void an_existing_file_that_was_not_read_is_told_from_one_that_is_not_there() throws IOException {
        assertThat(index.isReadIfThere(header)).isTrue();
        assertThat(index.isReadIfThere(temp.resolve("no such file"))).isTrue();
        assertThat(index.isReadIfThere(Files.writeString(temp.resolve("other.h"), ""))).isFalse();
    }

    private static String digest(Path file) {
        try {
            return InputFiles.digest(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
