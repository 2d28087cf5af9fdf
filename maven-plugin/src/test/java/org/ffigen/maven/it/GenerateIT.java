package org.ffigen.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.ffigen.maven.jdk.FakeJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class GenerateIT {

    private static final String UP_TO_DATE = "ffigen: bindings are up to date";

    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void copySample() throws IOException {
        sample = Sample.copyTo(folder.resolve("a project"));
    }

    @ParameterizedTest
    @MethodSource("org.ffigen.maven.it.Maven#all")
    void theSampleBuildsAndRunsAndOnlyAChangeGeneratesAgain(Maven maven) throws IOException {
        succeeds(maven.compile(sample.folder()));
        assertThat(sample.run()).isEqualTo("middle 2,1\ndistance 6\nversion 1.0\n");

        FileTime generated = Files.getLastModifiedTime(sample.libraryClass());
        assertThat(succeeds(maven.compile(sample.folder(), "--offline"))).contains(UP_TO_DATE);
        assertThat(Files.getLastModifiedTime(sample.libraryClass())).isEqualTo(generated);

        sample.replace(sample.header("point.h"), "#define STEP 1", "#define STEP 10");
        assertThat(succeeds(maven.compile(sample.folder(), "--offline"))).doesNotContain(UP_TO_DATE);
        assertThat(sample.run()).isEqualTo("middle 20,1\ndistance 42\nversion 1.0\n");
    }

    @Test
    void aHeaderWithAnErrorFailsTheBuildWithTheGeneratorsDiagnostics() throws IOException {
        sample.replace(sample.header("geometry.h"), "int geometry_distance", "int int geometry_distance");

        assertThat(fails(Maven.newest().compile(sample.folder())))
                .contains("no bindings were generated:", "src/main/c/geometry.h:10:5: error[FFI0003]",
                        "int int geometry_distance")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"6, (signal 6)", "11, '(signal 11, SIGSEGV)'"})
    void aLibclangThatCrashesFailsTheBuildAndMavenLives(int signal, String told) throws IOException {
        Path libclang = CrashingLibclang.create(folder.resolve("llvm"), signal);

        assertThat(fails(Maven.newest().compile(sample.folder(), "-Dffigen.libclang=" + libclang)))
                .contains("libclang crashed while reading src/main/c/geometry.h " + told,
                        "try another libclang, with -Dffigen.libclang=<file>",
                        "Assertion failed: this libclang crashes")
                .contains("Failed to execute goal org.ffigen:ffigen-maven-plugin:");
    }

    @Test
    void aJdkThatIsTooOldIsToldByItsVersion() throws IOException {
        Path old = FakeJdk.create(folder.resolve("jdk-17"), "17.0.1");

        assertThat(fails(Maven.newest().compile(sample.folder(), "-Dffigen.jdkHome=" + old)))
                .contains("jdkHome is " + old + ", a JDK 17; the generator needs 25 or later");
    }

    @Test
    void twoExecutionsThatMakeTheSameClassFailTheBuildEachTime() throws IOException {
        String first = """
                              <packageName>sample.geometry</packageName>
                            </configuration>
                          </execution>
                """;
        sample.replace(sample.folder().resolve("pom.xml"), first, first + """
                          <execution>
                            <id>wide</id>
                            <goals>
                              <goal>generate</goal>
                            </goals>
                            <configuration>
                              <headers>
                                <header>src/main/c/geometry.h</header>
                              </headers>
                              <packageName>sample.geometry</packageName>
                              <defines>WIDE</defines>
                            </configuration>
                          </execution>
                """);
        String expected = "the executions default and wide both make sample.geometry.GeometryLibrary in ";

        assertThat(fails(Maven.newest().compile(sample.folder()))).contains(expected);
        assertThat(fails(Maven.newest().compile(sample.folder(), "--offline"))).contains(expected);
    }

    @Test
    void skippingGeneratesNothing() throws IOException {
        Commands.Result result = Maven.newest().compile(sample.folder(), "-Dffigen.skip");

        assertThat(result.output()).contains("ffigen: skipped (ffigen.skip)");
        assertThat(sample.libraryClass()).doesNotExist();
    }

    private static String succeeds(Commands.Result result) {
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    private static String fails(Commands.Result result) {
        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("BUILD FAILURE");
        return result.output();
    }
}
