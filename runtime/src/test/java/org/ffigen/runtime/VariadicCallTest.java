package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VariadicCallTest {

    @Test
    void texts_in_a_charset_may_come_in_an_array_of_texts() {
        Object[] texts = {"a"};
        Object[] onlyTexts = new String[]{"a"};

        assertThat(VariadicCall.texts(onlyTexts, StandardCharsets.ISO_8859_1))
                .isEqualTo(VariadicCall.texts(texts, StandardCharsets.ISO_8859_1));
    }
}
