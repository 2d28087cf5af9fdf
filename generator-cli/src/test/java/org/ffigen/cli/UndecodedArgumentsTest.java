package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.GenerationException;
import org.junit.jupiter.api.Test;

class UndecodedArgumentsTest {

    private static final List<String> ARGUMENTS = List.of("-D", "X=\ufffd", "plain", "--own=\ufffd\ufffd");

    @Test
    void each_is_named_where_the_encoding_lacks_letters() {
        List<Diagnostic> diagnostics = catchThrowableOfType(GenerationException.class,
                () -> UndecodedArguments.refuse(ARGUMENTS, "ANSI_X3.4-1968")).diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::message)
                .containsExactly("'X=?' has letters that the locale's encoding ANSI_X3.4-1968 does not have",
                        "'--own=??' has letters that the locale's encoding ANSI_X3.4-1968 does not have");
    }

    @Test
    void in_utf_8_the_character_is_one_like_others() {
        UndecodedArguments.refuse(ARGUMENTS, "UTF-8");
    }

    @Test
    void letters_that_arrived_are_fine_in_any_encoding() {
        UndecodedArguments.refuse(List.of("X=\u00e9"), "ISO-8859-1");
    }
}
