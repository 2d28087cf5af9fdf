package org.ffigen.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostics;
import org.junit.jupiter.api.Test;

/** What a config says, and where it says it. */
class ConfigReaderTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void the_documented_example_is_read_as_a_whole() throws IOException {
        String text = Files.readString(Path.of("../docs/config.md"));
        int start = text.indexOf("```yaml\n") + "```yaml\n".length();
        Config config = read(text.substring(start, text.indexOf("```", start)));

        assertThat(diagnostics.all()).isEmpty();
        assertThat(config.naming().style()).contains(NamingStyle.JAVA);
        assertThat(texts(config.naming().stripPrefixes())).containsExactly("sqlite3_", "SQLITE_");
        assertThat(config.naming().renames()).extracting(r -> r.c().text() + "=" + r.java().text())
                .containsExactly("sqlite3_open_v2=open", "struct:sqlite3=Database");
        assertThat(texts(config.selection().include())).containsExactly("sqlite3_*", "struct:*", "macro:SQLITE_*");
        assertThat(texts(config.selection().exclude())).containsExactly("macro:SQLITE_TEST*");
        assertThat(config.binding().functions()).first().satisfies(function -> {
            assertThat(function.function().text()).isEqualTo("sqlite3_mprintf");
            assertThat(function.variadic()).extracting(v -> v.name().text() + texts(v.types()))
                    .containsExactly("mprintfInt[int]", "mprintfText[const char *, double]");
        });
        assertThat(config.binding().functions()).last().satisfies(function -> {
            assertThat(function.function().text()).isEqualTo("sqlite3_open");
            assertThat(function.check()).map(Given::text).contains("com.acme.Sqlite.check");
            assertThat(function.parameters()).extracting(p -> p.parameter().text() + "=" + p.role().text())
                    .containsExactly("ppDb=out");
        });
        assertThat(config.binding().handles()).extracting(h -> h.type().text() + "=" + h.close().text())
                .containsExactly("sqlite3=sqlite3_close");
    }

    @Test
    void every_text_knows_its_place() {
        Config config = read("""
                include:
                  - "a_*"
                functions: {f: {variadic: {g: [int, "const char *"]}}}
                """);

        assertThat(config.selection().include().getFirst().place())
                .contains(new Diagnostic.Place("ffigen.yaml", 2, 5, "  - \"a_*\""));
        FunctionRules.VariadicInstance instance = config.binding().functions().getFirst().variadic().getFirst();
        assertThat(instance.name().place().map(Diagnostic.Place::column)).contains(28);
        assertThat(instance.types().getLast().place().map(Diagnostic.Place::column)).contains(37);
        assertThat(instance.types().getLast().by()).isEqualTo("functions.f.variadic.g");
    }

    @Test
    void an_empty_file_says_nothing() {
        assertThat(List.of(read(""), read("# later\n"), read("{}"))).containsOnly(Config.EMPTY);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void the_command_line_wins_or_adds() {
        Config config = read("""
                naming: c
                strip-prefix: [a_]
                rename: {f: one, g: two}
                include: [f]
                """);
        Rename rename = new Rename(Given.option("--rename", "f"), Given.option("--rename", "uno"));

        Config both = config.with(
                new NamingRules(Optional.of(NamingStyle.JAVA), List.of(Given.option("--strip-prefix", "b_")),
                        List.of(rename)),
                new SelectionRules(List.of(Given.option("--include", "g")), List.of()));

        assertThat(both.naming().style()).contains(NamingStyle.JAVA);
        assertThat(texts(both.naming().stripPrefixes())).containsExactly("a_", "b_");
        assertThat(both.naming().renames()).extracting(r -> r.c().text() + "=" + r.java().text())
                .containsExactly("g=two", "f=uno");
        assertThat(texts(both.selection().include())).containsExactly("f", "g");
    }

    private Config read(String text) {
        return ConfigReader.read(text, "ffigen.yaml", diagnostics);
    }

    private static List<String> texts(List<Given> given) {
        return given.stream().map(Given::text).toList();
    }
}
