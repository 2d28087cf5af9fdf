package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/ffigen}: which JDK it takes, and that its start-up cache can only help. */
class LauncherTest {

    @TempDir
    Path folder;

    private FakeApp app;

    @BeforeEach
    void makeApp() throws IOException {
        app = FakeApp.in(folder);
        Files.setLastModifiedTime(folder.resolve("app/lib/a.jar"), longAgo());
        Files.setLastModifiedTime(folder.resolve("app/lib/b.jar"), longAgo());
    }

    @Test
    void passes_arguments_on_as_they_are_and_the_status_back() throws Exception {
        Path jdk = app.jdk("jdk", "25.0.3", 3);

        FakeApp.Run run = app.run(Map.of("JAVA_HOME", jdk.toString()), "--version", "a  b", "*");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).contains("--enable-native-access=ALL-UNNAMED", "a.jar:", "b.jar org.ffigen.cli.Main")
                .endsWith(" --version a  b *\n");
    }

    @Test
    void java_reads_what_the_command_is_given() throws Exception {
        Path jdk = app.jdk("jdk", "25.0.3", 0);
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\ncat\n");
        Path input = Files.writeString(folder.resolve("input"), "naming: c\n");
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("app/bin/ffigen").toString(), "--config",
                "/dev/stdin").redirectInput(input.toFile());
        builder.environment().put("FFIGEN_JAVA_HOME", jdk.toString());

        assertThat(builder.start().getInputStream().readAllBytes()).asString().isEqualTo("naming: c\n");
    }

    @Test
    void takes_java_home_if_it_is_new_enough_and_looks_further_if_not() throws Exception {
        Path old = app.jdk("old", "17.0.2", 0);
        Path recent = app.jdk("recent", "26", 0);

        assertThat(app.run(Map.of("JAVA_HOME", recent.toString()), "-V").out()).startsWith("recent ");
        assertThat(app.run(Map.of("JAVA_HOME", old.toString(), "JAVA25_HOME", recent.toString()), "-V").out())
                .startsWith("recent ");
    }

    @Test
    void its_own_variable_comes_first_and_is_binding() throws Exception {
        Path old = app.jdk("old", "17.0.2", 0);
        Path recent = app.jdk("recent", "25", 0);

        assertThat(app.run(Map.of("FFIGEN_JAVA_HOME", recent.toString(), "JAVA_HOME", old.toString()), "-V").out())
                .startsWith("recent ");
        FakeApp.Run run = app.run(Map.of("FFIGEN_JAVA_HOME", old.toString(), "JAVA_HOME", recent.toString()), "-V");
        assertThat(run.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
        assertThat(run.err()).isEqualTo("""
                ffigen: error[FFI0017]: no JDK 25 or newer was found in FFIGEN_JAVA_HOME=%1$s; too old: %1$s
                hint: install one beside the others (https://adoptium.net), or name its folder in FFIGEN_JAVA_HOME
                """.formatted(old));
    }

    @Test
    void runs_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("app/bin/ffigen"));

        assertThat(app.run(link, Map.of("JAVA_HOME", app.jdk("jdk", "25", 0).toString()), "-V").out())
                .contains("app/bin/../lib/a.jar");
    }

    @Test
    void makes_the_cache_after_the_first_successful_run_on_a_header_and_uses_it_from_then_on() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", app.jdk("jdk", "25.0.3", 0).toString());

        FakeApp.Run first = app.run(environment, "--header", "x.h", "--out", "gen");
        FakeApp.Run second = app.run(environment, "--header", "x.h", "--out", "gen");

        assertThat(first.out()).doesNotContain("AOTCache").hasLineCount(1);
        assertThat(first.err()).isEmpty();
        assertThat(app.started()).hasSize(3);
        assertThat(app.started().get(1)).startsWith("-XX:AOTCacheOutput=").contains("training.h");
        assertThat(app.cache()).hasContent("cache");
        assertThat(second.out()).startsWith("jdk -XX:AOTCache=").contains("start-up-Some-25.0.3+9.aot");
        try (var files = Files.list(folder.resolve("app/lib"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void makes_the_cache_again_when_a_jar_is_newer() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", app.jdk("jdk", "25.0.3", 0).toString());
        Files.writeString(app.cache(), "stale");
        Files.setLastModifiedTime(app.cache(), longAgo());
        Files.setLastModifiedTime(folder.resolve("app/lib/b.jar"), FileTime.from(Instant.now()));

        FakeApp.Run run = app.run(environment, "--header", "x.h", "--out", "gen");

        assertThat(run.out()).doesNotContain("AOTCache=");
        assertThat(app.cache()).hasContent("cache");
    }

    @Test
    void a_failing_run_or_one_without_a_header_makes_no_cache() throws Exception {
        app.run(Map.of("JAVA_HOME", app.jdk("failing", "25.0.3", 3).toString()), "--header", "x.h", "--out", "gen");
        app.run(Map.of("JAVA_HOME", app.jdk("jdk", "25.0.3", 0).toString()), "--version");

        assertThat(app.started()).hasSize(2);
        assertThat(app.cache()).doesNotExist();
    }

    @Test
    void says_so_when_libclang_has_ended_the_jvm() throws Exception {
        FakeApp.Run run = app.run(Map.of("JAVA_HOME", app.jdk("crashing", "25.0.3", 139).toString()), "--header",
                "x.h");

        assertThat(run.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
        assertThat(run.err()).startsWith("ffigen: error[FFI0011]: libclang crashed (signal 11); nothing was written\n");
        assertThat(app.cache()).doesNotExist();
    }

    @Test
    void names_the_report_that_java_wrote_of_a_crash() throws Exception {
        Path jdk = app.jdk("crashing", "25.0.3", 134);
        Path java = jdk.resolve("bin/java");
        Files.writeString(java, Files.readString(java).replace("exit", "echo > \"$TMPDIR/hs_err_pid$$.log\"\nexit"));
        Path temporary = Files.createDirectories(folder.resolve("a  b"));

        FakeApp.Run run = app.run(Map.of("JAVA_HOME", jdk.toString(), "TMPDIR", temporary.toString()), "--header",
                "x.h");

        assertThat(run.out()).contains(" -XX:ErrorFile=" + temporary + "/hs_err_pid%p.log ");
        try (var reports = Files.list(temporary)) {
            assertThat(run.err()).endsWith("; the report of Java is " + reports.findFirst().orElseThrow() + "\n");
        }
    }

    @Test
    void leaves_out_what_the_jvm_would_refuse_beside_the_users_own_options() throws Exception {
        String jdk = app.jdk("jdk", "25.0.3", 0).toString();
        app.run(Map.of("JAVA_HOME", jdk, "FFIGEN_JAVA_OPTIONS", "-XX:+UseG1GC"), "--header", "x.h");
        assertThat(app.cache()).doesNotExist();
        app.run(Map.of("JAVA_HOME", jdk), "--header", "x.h");
        assertThat(app.cache()).hasContent("cache");

        assertThat(app.run(Map.of("JAVA_HOME", jdk, "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC"), "-V").out())
                .contains("-XX:AOTCache=")
                .doesNotContain("SerialGC");
        for (String option : List.of("-Xshare:off", "-Xmx16m", "-Xmx16000k")) {
            assertThat(app.run(Map.of("JAVA_HOME", jdk, "FFIGEN_JAVA_OPTIONS", option), "-V").out())
                    .contains("-XX:+UseSerialGC", option)
                    .doesNotContain("AOTCache");
        }
        assertThat(app.run(Map.of("JAVA_HOME", jdk, "FFIGEN_JAVA_OPTIONS", "-Xmx1g"), "-V").out())
                .contains("AOTCache", "SerialGC", "-Xmx1g");
    }

    @Test
    void does_not_try_again_what_failed_once() throws Exception {
        Path jdk = app.jdk("jdk", "25.0.3", 0);
        Path java = jdk.resolve("bin/java");
        Files.writeString(java, Files.readString(java).replace("echo cache > \"${1#*=}\"", "exit 1"));
        Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());

        app.run(environment, "--header", "x.h", "--out", "gen");
        FakeApp.Run run = app.run(environment, "--header", "x.h", "--out", "gen");

        assertThat(app.started()).hasSize(3);
        assertThat(run.status()).isZero();
    }

    private static FileTime longAgo() {
        return FileTime.from(Instant.EPOCH);
    }
}
