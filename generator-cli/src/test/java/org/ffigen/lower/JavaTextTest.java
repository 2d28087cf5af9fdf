package org.ffigen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.SkipCode;
import org.ffigen.model.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts fit into a class file. */
class JavaTextTest {

    private static final String TEXT = "ascii\0\u00fc\u20ac\ud83d\ude00";

    @ParameterizedTest
    @CsvSource({"UTF-8, 1", "UTF-16LE, 2", "UTF-32LE, 4"})
    void the_length_is_javas(Charset charset, int unit) throws IOException {
        ByteArrayOutputStream java = new ByteArrayOutputStream();
        new DataOutputStream(java).writeUTF(TEXT);

        assertThat(JavaText.bytes(JavaText.decode(TEXT.getBytes(charset), unit))).isEqualTo(java.size() - 2);
    }

    @Test
    void bytes_that_are_no_utf_8_are_characters() {
        assertThat(JavaText.bytes(JavaText.decode(new byte[]{'a', 0, (byte) 0xff}, 1))).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"x, 65534, ''", "x, 65535, text-too-long", "\u00fc, 32767, ''", "\u00fc, 32768, text-too-long"})
    void what_a_class_file_does_not_hold_is_refused(String character, int times, String code) {
        MacroConstant macro = new MacroConstant(new DeclId(DeclId.Kind.MACRO, "M"), "",
                StringValue.of(character.repeat(times).getBytes(StandardCharsets.UTF_8)), Optional.empty(),
                new SourceLocation("x.h", 1, 1));

        assertThat(Refusals.refusal(macro, new Lowering(ApiFixture.api(), ApiFixture.LINUX))
                .map(SkipCode::code)
                .orElse("")).isEqualTo(code);
    }
}
