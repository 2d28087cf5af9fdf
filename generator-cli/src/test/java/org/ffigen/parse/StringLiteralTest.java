package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** String literals as clang prints them. */
class StringLiteralTest {

    @Test
    void escapes_are_bytes() {
        assertThat(StringLiteral.bytes("\"a\\000b\\377\\a\\b\\f\\n\\r\\t\\v\\e\\\\\\\"\\'\"", 1))
                .containsExactly('a', 0, 'b', 0xff, 7, 8, 12, 10, 13, 9, 11, 27, '\\', '"', '\'');
        assertThat(StringLiteral.bytes("\"\\x41\\7z\"", 1)).containsExactly('A', 7, 'z');
    }

    @Test
    void a_prefix_and_the_quotes_are_no_part_of_it() {
        assertThat(StringLiteral.bytes("u8\"\u00fc\"", 1)).isEqualTo("\u00fc".getBytes(StandardCharsets.UTF_8));
        assertThat(StringLiteral.bytes("\"\"", 1)).isEmpty();
    }
}
