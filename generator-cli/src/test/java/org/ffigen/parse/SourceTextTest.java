package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a source file, logical and real. */
class SourceTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void spliced_lines_are_joined_with_either_line_end(String end) {
        assertThat(text("X 1 +\\" + end + "2" + end + "next").logicalLine(0)).isEqualTo("X 1 +2");
    }

    @Test
    void a_comment_that_begins_in_the_line_is_whole() {
        assertThat(text("X 1 /* a\n b */ + 2\nnext").logicalLine(0)).isEqualTo("X 1 /* a\n b */ + 2");
    }

    @Test
    void a_comment_in_a_string_is_none() {
        assertThat(text("X \"/*\" \"\\\"//\"\nnext").logicalLine(0)).isEqualTo("X \"/*\" \"\\\"//\"");
    }

    @Test
    void the_last_line_needs_no_end() {
        assertThat(text("a\nX 1").logicalLine(2)).isEqualTo("X 1");
        assertThat(text("a\nX 1").line(3)).isEqualTo("X 1");
        assertThat(text("X \"open").logicalLine(0)).isEqualTo("X \"open");
        assertThat(text("X /* open").logicalLine(0)).isEqualTo("X /* open");
    }

    @Test
    void a_line_is_without_its_end() {
        assertThat(text("one\r\ntwo\r\n").line(6)).isEqualTo("two");
        assertThat(text("one\r\ntwo\r\n").startOfLine(6)).isEqualTo(5);
        assertThat(text("\n").line(0)).isEmpty();
    }

    @Test
    void a_word_is_found_wherever_it_is() {
        for (int before = 0; before < 12; before++) {
            assertThat(text("a".repeat(before) + "pragma").contains("pragma")).isTrue();
            assertThat(text("p".repeat(before) + "pragma\u00e9").contains("pragma")).isTrue();
            assertThat(text("pragm".repeat(before)).contains("pragma")).isFalse();
        }
        assertThat(text("").contains("pragma")).isFalse();
    }

    private static SourceText text(String text) {
        return new SourceText(text.getBytes(StandardCharsets.UTF_8));
    }
}
