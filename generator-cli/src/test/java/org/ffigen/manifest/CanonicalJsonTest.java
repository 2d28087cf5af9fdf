package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void everyValueHasItsLine() {
        CanonicalJson json = new CanonicalJson().beginObject();
        json.key("a").beginArray().value(1).value("x").beginObject().endObject().beginArray().endArray().endArray();
        json.key("b").value(true);
        assertThat(json.endObject().finish()).isEqualTo("""
                {
                  "a": [
                    1,
                    "x",
                    {},
                    []
                  ],
                  "b": true
                }
                """);
    }

    @Test
    void keysOutOfOrderAreRefused() {
        CanonicalJson json = new CanonicalJson().beginObject().key("b").value(1);
        assertThatThrownBy(() -> json.key("a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> json.key("b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsOpenIsNoDocument() {
        assertThatThrownBy(() -> new CanonicalJson().beginObject().finish())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyTextSurvivesUtf8() {
        String text = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u00e9\ud83d\ude00\ud83d|\ude00";
        String json = new CanonicalJson().value(text).finish();
        assertThat(json).isEqualTo("\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0000\\u001f\u007f\u2028\u00e9\ud83d\ude00"
                + "\\ud83d|\\ude00\"\n");
        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(json);
    }
}
