package org.ffigen.maven.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"25, 25", "25.0.1, 25", "26-ea, 26", "1.8.0_292, 8", "17.0.15, 17", "11.0.20.1, 11"})
    void readsTheFeatureVersionOutOfTheReleaseFile(String version, int feature) throws IOException {
        Path home = FakeJdk.create(folder.resolve("jdk"), version);

        assertThat(Jdk.in(home)).hasValue(new Jdk(home, feature));
    }

    @Test
    void readsAReleaseFileWithLinesThatAreNotUtf8() throws IOException {
        Path home = FakeJdk.create(folder.resolve("jdk"), "25");
        Files.write(home.resolve("release"), "IMPLEMENTOR=\"Caf\u00e9\"\nJAVA_VERSION=\"25\"\n"
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Jdk.in(home)).map(Jdk::feature).hasValue(25);
    }

    @Test
    void aFolderWithoutReleaseFileIsNoJdk() throws IOException {
        Path home = FakeJdk.create(folder.resolve("jdk"), "25");
        Files.delete(home.resolve("release"));

        assertThat(Jdk.in(home)).isEmpty();
    }

    @Test
    void aReleaseFileWithoutVersionIsNoJdk() throws IOException {
        assertThat(Jdk.in(FakeJdk.createWithRelease(folder.resolve("jdk"), "IMPLEMENTOR=\"x\"\n"))).isEmpty();
    }

    @Test
    void aFolderWithoutLauncherIsNoJdk() throws IOException {
        Path home = FakeJdk.create(folder.resolve("jdk"), "25");
        Files.delete(home.resolve("bin/java"));

        assertThat(Jdk.in(home)).isEmpty();
    }

    @Test
    void theJdkThatRunsThisTestIsOne() {
        Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home"))).orElseThrow();

        assertThat(jdk.feature()).isEqualTo(Runtime.version().feature());
        assertThat(jdk.java()).isExecutable();
    }
}
