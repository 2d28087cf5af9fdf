package org.ffigen.maven.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateCheckTest {

    /** What {@code printf '%s\0%s' --header a.h | sha256sum} prints. */
    private static final String ARGUMENTS_SHA256 = "bbfffaba2d0ca4d9f89c4044b11f52648c8806bfe56b2d3b9e30da0a41e055a6";

    @TempDir
    Path folder;

    private Path output;
    private Path jar;
    private Path header;
    private Path included;
    private Path generated;
    private Path depfile;

    @BeforeEach
    void aRunOfTheGenerator() throws IOException {
        output = Files.createDirectories(folder.resolve("out"));
        jar = Files.writeString(folder.resolve("generator.jar"), "jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        header = Files.writeString(folder.resolve("a.h"), "#include \"b.h\"\n");
        included = Files.writeString(folder.resolve("b.h"), "int b(void);\n");
        generated = Files.createDirectories(output.resolve("p")).resolve("A.java");
        Files.writeString(generated, "class A {}\n");
        depfile = Files.createDirectories(output.resolve(".ffigen")).resolve("p.A.depfile");
        Files.writeString(depfile, String.join("\n", "ffigen-depfile 1 1.0 " + ARGUMENTS_SHA256,
                Sha256.of(header) + "  " + header, Sha256.of(included) + "  " + included,
                Sha256.of(generated) + " *p/A.java", ""));
    }

    @Test
    void nothingChanged() {
        assertThat(check().isUpToDate()).isTrue();
    }

    @Test
    void otherDepfilesInTheSameFolderDoNotDisturb() throws IOException {
        Files.writeString(depfile.resolveSibling("a.First.depfile"), "ffigen-depfile 1 1.0 0000\n");
        Files.writeString(depfile.resolveSibling("z.Last.depfile"), "");

        assertThat(check().isUpToDate()).isTrue();
    }

    @Test
    void anIncludedHeaderChanged() throws IOException {
        Files.writeString(included, "int b(int);\n");

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void aHeaderIsGone() throws IOException {
        Files.delete(included);

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void aHeaderTouchedButNotChangedIsNoChange() throws IOException {
        Files.setLastModifiedTime(header, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(check().isUpToDate()).isTrue();
    }

    @Test
    void aGeneratedFileWasEdited() throws IOException {
        Files.writeString(generated, "class A { int edited; }\n");

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void aGeneratedFileIsGone() throws IOException {
        Files.delete(generated);

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void otherArguments() {
        assertThat(check("1.0", List.of("--header", "a.h", "--class", "B")).isUpToDate()).isFalse();
    }

    @Test
    void anotherGenerator() {
        assertThat(check("1.1", List.of("--header", "a.h")).isUpToDate()).isFalse();
    }

    @Test
    void aSnapshotOfTheGeneratorWasReplacedUntilItRan() throws IOException {
        Files.setLastModifiedTime(depfile, FileTime.from(Instant.now().minusSeconds(120)));
        assertThat(check().isUpToDate()).isFalse();

        check().recordRun();
        assertThat(check().isUpToDate()).isTrue();
    }

    @Test
    void aGeneratorThatIsBeingWorkedOnAlwaysRuns() {
        List<Path> classes = List.of(folder);

        assertThat(new UpToDateCheck(output, "1.0", List.of("--header", "a.h"), classes).isUpToDate()).isFalse();
    }

    @Test
    void aDepfileThatIsNotUnderstood() throws IOException {
        Files.writeString(depfile, Files.readString(depfile) + "something else\n");

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void aDepfileThatWasCutShort() throws IOException {
        Files.writeString(depfile, Files.readAllLines(depfile).get(0) + "\n");

        assertThat(check().isUpToDate()).isFalse();
    }

    @Test
    void nothingWasEverGenerated() {
        assertThat(new UpToDateCheck(folder.resolve("new"), "1.0", List.of(), List.of()).isUpToDate()).isFalse();
    }

    private UpToDateCheck check() {
        return check("1.0", List.of("--header", "a.h"));
    }

    private UpToDateCheck check(String version, List<String> arguments) {
        return new UpToDateCheck(output, version, arguments, List.of(jar));
    }
}
