package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

    @TempDir
    Path folder;

    @Test
    void tells_everything_about_a_run() throws IOException {
        SmallManifest.write(folder, "add");

        JsonObject report = json("--manifest-in", "small.ffigen.json", "--out", "gen");

        assertThat(report.get("seconds").getAsDouble()).isPositive();
        report.remove("seconds");
        assertThat(report).isEqualTo(JsonParser.parseString(
                """
                        {
                          "status": "ok",
                          "exitCode": 0,
                          "bound": {"functions": 1, "constants": 1},
                          "skipped": [{
                            "code": "function-like-macro", "kind": "macro", "name": "SMALL_MIN",
                            "reason": "a macro with parameters is no function: give --shims FILE, and its prototype in the config's macros",
                            "place": "small.h:7:9"
                          }],
                          "unused": [], "leftOut": [],
                          "givenNames": [],
                          "manifest": "%1$s/gen/small.ffigen.json",
                          "files": [
                            {"path": "%1$s/gen/small.ffigen.json", "change": "added"},
                            {"path": "%1$s/gen/small/SmallLibrary.java", "change": "added"}
                          ],
                          "diagnostics": []
                        }
                        """
                        .formatted(folder)));
    }

    @Test
    void tells_an_error_in_the_same_form() {
        JsonObject report = json("--manifest-in", "no.json", "--out", "gen");

        report.remove("seconds");
        assertThat(report).isEqualTo(JsonParser.parseString("""
                {
                  "status": "input",
                  "exitCode": 3,
                  "diagnostics": [{
                    "code": "FFI0012", "severity": "error",
                    "message": "cannot read no.json: there is no such file",
                    "hint": "a manifest is a file that ffigen wrote"
                  }]
                }
                """));
    }

    @Test
    void tells_wrong_arguments_in_the_same_form() {
        JsonObject report = json("--headr", "x.h");

        assertThat(report.get("exitCode").getAsInt()).isEqualTo(2);
        assertThat(report.getAsJsonArray("diagnostics").get(0).getAsJsonObject().get("message").getAsString())
                .isEqualTo("there is no option --headr");
    }

    @Test
    void tells_differences_and_that_there_was_nothing_to_do() throws IOException {
        SmallManifest.write(folder, "add");
        assertThat(json("--manifest-in", "small.ffigen.json", "--out", "gen", "--check").get("status").getAsString())
                .isEqualTo("out-of-date");
        assertThat(Files.exists(folder.resolve("gen"))).isFalse();

        json("--manifest-in", "small.ffigen.json", "--out", "gen");
        assertThat(json("--manifest-in", "small.ffigen.json", "--out", "gen", "--if-changed").get("upToDate")
                .getAsBoolean()).isTrue();
    }

    private JsonObject json(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "json";
        CommandRun run = CommandRun.in(folder, all);
        assertThat(run.err()).isEmpty();
        JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(report.get("exitCode").getAsInt()).isEqualTo(run.exit().status());
        return report;
    }
}
