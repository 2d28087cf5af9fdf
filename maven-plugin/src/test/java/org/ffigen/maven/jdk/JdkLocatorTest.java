package org.ffigen.maven.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkLocatorTest {

    @TempDir
    Path folder;

    @Test
    void theFirstSourceThatHasASuitableJdkDecides() throws Exception {
        JdkSource old = source("old", jdk("a", "17.0.1"));
        JdkSource good = source("good", jdk("b", "26"));
        JdkSource later = source("later", jdk("c", "25"));

        assertThat(JdkLocator.locate(List.of(old, good, later)).home()).isEqualTo(folder.resolve("b"));
    }

    @Test
    void withinASourceTheOldestSuitableJdkIsTaken() throws Exception {
        JdkSource source = source("here", jdk("jdk-27", "27"), jdk("jdk-21", "21.0.2"), jdk("jdk-25", "25.0.1"));

        assertThat(JdkLocator.locate(List.of(source)).home()).isEqualTo(folder.resolve("jdk-25"));
    }

    @Test
    void laterSourcesAreNotEvenLookedInto() throws Exception {
        JdkSource forbidden = new JdkSource("forbidden", () -> {
            throw new AssertionError("looked into");
        });

        assertThat(JdkLocator.locate(List.of(source("good", jdk("a", "25")), forbidden)).feature()).isEqualTo(25);
    }

    @Test
    void ifThereIsNoneTheMessageTellsWhereItLookedAndWhatToDo() throws IOException {
        List<JdkSource> sources = List.of(source("the first place", jdk("a", "17.0.1")), source("the second place"));

        assertThatThrownBy(() -> JdkLocator.locate(sources)).isInstanceOf(NoSuitableJdkException.class)
                .hasMessage("""
                        the generator needs a JDK 25 or later, and none was found. Looked in:
                          the first place: 17 (%s)
                          the second place: none
                        Install one, or name its folder with -Dffigen.jdkHome=<folder> or <jdkHome>. \
                        Maven itself may stay on its own JDK.""".formatted(folder.resolve("a")));
    }

    @Test
    void theJdkThatTheUserNamesMustBeOne() {
        assertThatThrownBy(() -> JdkLocator.require(folder.resolve("nothing"))).hasMessage(
                "jdkHome is " + folder.resolve("nothing") + ", and there is no JDK in it");
    }

    @Test
    void theJdkThatTheUserNamesMustBeNewEnough() throws IOException {
        Path old = jdk("old", "21.0.1");

        assertThatThrownBy(() -> JdkLocator.require(old))
                .hasMessage("jdkHome is " + old + ", a JDK 21; the generator needs 25 or later");
    }

    @Test
    void theJdkThatTheUserNamesIsTaken() throws Exception {
        assertThat(JdkLocator.require(jdk("mine", "26.0.1"))).isEqualTo(new Jdk(folder.resolve("mine"), 26));
    }

    private Path jdk(String name, String version) throws IOException {
        return FakeJdk.create(folder.resolve(name), version);
    }

    private static JdkSource source(String name, Path... homes) {
        return new JdkSource(name, () -> List.of(homes));
    }
}
