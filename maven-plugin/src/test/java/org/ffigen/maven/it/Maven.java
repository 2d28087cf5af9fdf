package org.ffigen.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Maven to build the sample with. It has a local repository of its own, which begins with this project's artifacts;
 * for all else it reads the repository of the Maven that runs this test, so that nothing of ours gets into that one,
 * and no network is needed.
 *
 * @param version to run
 */
record Maven(String version) {

    private static final Path REPOSITORY = Path.of(System.getProperty("it.repository"));

    /** The oldest that is supported, and the newest. */
    static List<Maven> all() {
        return List.of(new Maven(System.getProperty("it.maven.oldest")), newest());
    }

    static Maven newest() {
        return new Maven(System.getProperty("it.maven.newest"));
    }

    /** The folder of an artifact of ours or of another's that a build has used. */
    static Path repository() {
        return REPOSITORY;
    }

    static String ffigenVersion() {
        return System.getProperty("it.version");
    }

    /** Runs {@code mvn compile} in a project. */
    Commands.Result compile(Path project, String... options) throws IOException {
        Path home = Path.of(System.getProperty("it.mavens"), "apache-maven-" + version);
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/mvn").toString(), "--batch-mode",
                "--global-settings", settings(project).toString(), "-Dmaven.repo.local=" + REPOSITORY,
                "-Dffigen.version=" + ffigenVersion(), "-Dstyle.color=never"));
        command.addAll(List.of(options));
        command.add("compile");
        return Commands.run(project, Map.of("JAVA_HOME", System.getProperty("it.mavenJavaHome"), "MAVEN_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", "MAVEN_ARGS", ""), command);
    }

    private static Path settings(Path project) throws IOException {
        return Files.writeString(project.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>resolved</id>
                      <repositories>
                        <repository>%1$s</repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>%1$s</pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>resolved</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted(resolved()));
    }

    /** A local repository keeps no checksums. */
    private static String resolved() {
        return """
                <id>resolved</id>
                <url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(Path.of(System.getProperty("it.resolved")).toUri());
    }
}
