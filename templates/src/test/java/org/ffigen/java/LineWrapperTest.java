package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrapperTest {

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final String LONG = "x".repeat(70);

    @Test
    void breaks_after_the_last_comma_that_fits_and_indents_by_two_steps() {
        assertThat(LineWrapper.wrap("    f(" + LONG + ", b, " + LONG + ", d);"))
                .isEqualTo("    f(" + LONG + ", b,\n            " + LONG + ", d);\n");
    }

    @Test
    void breaks_after_an_operator_or_a_parenthesis_where_there_is_no_comma() {
        assertThat(LineWrapper.wrap("int " + LONG + " = " + LONG + ";"))
                .isEqualTo("int " + LONG + " =\n        " + LONG + ";\n");
        assertThat(LineWrapper.wrap("case " + LONG + " -> " + LONG + ";"))
                .isEqualTo("case " + LONG + " ->\n        " + LONG + ";\n");
        assertThat(LineWrapper.wrap("return " + LONG + "(" + LONG + ");"))
                .isEqualTo("return " + LONG + "(\n        " + LONG + ");\n");
    }

    @Test
    void keeps_what_fits_to_the_last_column() {
        String fits = "f(a, " + "x".repeat(LineWrapper.WIDTH - 7) + ");";
        assertThat(fits).hasSize(LineWrapper.WIDTH);
        assertThat(LineWrapper.wrap(fits)).isEqualTo(fits + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/** %s, %s */", " * %s, %s", "// %s, %s", "    /* %s, %s */"})
    void keeps_comments(String comment) {
        String line = comment.formatted(LONG, LONG);
        assertThat(LineWrapper.wrap(line)).isEqualTo(line + "\n");
    }

    static Stream<String> long_lines() {
        List<String> texts = List.of("\"a, b = c -> d(e)\"", "\"\\\", \\\\\"", "\"\\\\\"", "','", "'\"'", "\"'\"");
        return IntStream.range(60, 125)
                .boxed()
                .flatMap(length -> texts.stream()
                        .map(text -> "    f(" + text + ", " + "y".repeat(length - text.length()) + "(" + text + ", "
                                + text
                                + ") = " + text + " -> " + text + ");"));
    }

    @ParameterizedTest
    @MethodSource("long_lines")
    void never_breaks_a_text_and_loses_nothing(String line) {
        String wrapped = LineWrapper.wrap(line);

        assertThat(wrapped.replaceAll("\\s*\n\\s*", " ").strip().replace("( ", "(")).isEqualTo(line.strip());
        assertThat(texts(wrapped)).isEqualTo(texts(line));
    }

    private static List<String> texts(String code) {
        return TEXT.matcher(code.replace("'\"'", "'")).results().map(MatchResult::group).toList();
    }

    static Stream<SourceFile> files() {
        return GoldenTest.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void golden_files_have_no_longer_line_but_of_a_text_that_is_longer(SourceFile file) {
        assertThat(file.text().lines().filter(line -> !line.strip().startsWith("*")))
                .allSatisfy(line -> assertThat(line.length() <= LineWrapper.WIDTH || line.strip().matches("\".*\";"))
                        .as("%s: %s", file.path(), line)
                        .isTrue());
    }

    @Test
    void golden_files_have_wrapped_lines_and_a_text_that_is_too_long() {
        Renderer renderer = new Renderer(Optional.empty());
        assertThat(GoldenInputs.all()
                .stream()
                .flatMap(file -> renderer.body(file).lines())
                .filter(line -> line.length() > LineWrapper.WIDTH)).hasSizeGreaterThan(3);
        assertThat(files().flatMap(file -> file.text().lines())
                .filter(line -> line.length() > LineWrapper.WIDTH)).anyMatch(line -> line.strip().startsWith("\""));
    }
}
