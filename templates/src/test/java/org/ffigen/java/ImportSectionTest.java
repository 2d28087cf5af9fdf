package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSectionTest {

    @Test
    void imports_what_the_code_names_sorted_and_static_ones_first() {
        String body = "Scratch s; @Nullable Pointer<Arena> p = f(JAVA_INT, ADDRESS); Scratch t;";

        assertThat(ImportSection.of(body)).isEqualTo("""
                import static java.lang.foreign.ValueLayout.ADDRESS;
                import static java.lang.foreign.ValueLayout.JAVA_INT;

                import java.lang.foreign.Arena;
                import org.ffigen.runtime.Pointer;
                import org.ffigen.runtime.Scratch;
                import org.jspecify.annotations.Nullable;

                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/** An {@link Arena}. */", "/* Arena\n * Arena */", "// Arena's", "\"Arena\"", "\"\\\"Arena\"",
            "\"\\\\\" + \"Arena\"", "\"\"\"\n  an \"Arena\"\n  \"\"\"", "\"/*\" + \"Arena */\"", "'\"' + x + \"Arena\"",
            "\"//\" + \"Arena\"", "Other.Arena", "other.Arena()", "Arenas", "MyArena", "My_Arena", "$Arena", "Arena$",
    })
    void imports_nothing_for_what_is_not_the_name_in_code(String body) {
        assertThat(ImportSection.of(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/* */ Arena a", "\"\" + Arena", "'\"' + Arena", "'\\'' + Arena", "\"\\\\\" + Arena", "f(Arena::ofAuto)",
            "Arena.global()", "List<Arena>", "@Arena", "// it's\nArena", "\"'\" + Arena",
            "a /*\"*/ + Arena", "(Arena) x",
    })
    void imports_the_name_in_code_next_to_comments_and_texts(String body) {
        assertThat(ImportSection.of(body)).isEqualTo("import java.lang.foreign.Arena;\n\n");
    }

    static Stream<SourceFile> files() {
        return GoldenTest.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void golden_files_import_nothing_they_do_not_use(SourceFile file) {
        String code = Code.of(file.text());
        Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$")
                .matcher(file.text())
                .results()
                .forEach(
                        line -> assertThat(code.replace(line.group(), "")).as("%s in %s", line.group(), file.path())
                                .containsPattern("(?<![\\w.])" + line.group(1) + "\\b"));
    }

    @Test
    void some_golden_file_imports_each_kind_of_name() {
        assertThat(files().map(SourceFile::text)).anyMatch(text -> text.contains("import static java.lang.foreign."))
                .anyMatch(text -> text.contains("import org.ffigen.runtime."))
                .anyMatch(text -> text.contains("import org.jspecify.annotations."));
    }

    @Test
    void names_are_those_that_can_be_imported() {
        assertThat(ImportSection.names()).allSatisfy(
                name -> assertThat(ImportSection.of(name)).containsPattern("(?m)^import [\\w.]+\\." + name + ";$"));
    }
}
