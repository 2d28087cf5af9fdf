package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void values_of_all_kinds_are_read() {
        assertThat(JsonReader.read(" {\"a\" : [1, -2.5e1, true, false, null, {}, []], \"\" : \"\"} "))
                .isEqualTo(Map.of("a", Arrays.asList(1.0, -25.0, true, false, null, Map.of(), List.of()), "", ""));
    }

    @Test
    void strings_are_unescaped() {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00é\""))
                .isEqualTo("\"\\/\b\f\n\r\té😀é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "'a'", "\"a", "\"\\x\"",
            "\"\\u12g4\"", "\"\n\"", "01", "1.", ".5", "+1", "1e", "-", "tru", "nul", "NaN", "[1]]",
            "{\"a\":1,\"a\":2}",
            "\"\\", "// x\n1", "\u00a01"})
    void what_is_no_json_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text))
                .withMessageStartingWith("JSON, line ");
    }

    @Test
    void the_message_says_where() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read("{\n  \"a\": x\n}"))
                .withMessage("JSON, line 2, column 8: expected a value");
    }

    @Test
    void damaged_text_is_read_or_refused_and_nothing_else() {
        String good = "{\"a\": [1, -2.5e1, true, null, {\"b\": \"\\u00e9\\n\"}]}";
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int j = random.nextInt(3); j >= 0; j--) {
                damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:\\x1 \n".charAt(random.nextInt(12)));
            }
            damaged.setLength(1 + random.nextInt(damaged.length()));
            try {
                JsonReader.read(damaged.toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("JSON, line ");
            }
        }
    }
}
