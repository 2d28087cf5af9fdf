package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.FunctionDescriptor;
import org.junit.jupiter.api.Test;

class ScalarSignatureTest {

    @Test
    void every_letter_is_a_scalar() {
        assertThat(NativeLibrary.descriptor("V_ABCDFIJSZ")).isEqualTo(FunctionDescriptor.ofVoid(ADDRESS, JAVA_BYTE,
                JAVA_CHAR, JAVA_DOUBLE, JAVA_FLOAT, JAVA_INT, JAVA_LONG, JAVA_SHORT, JAVA_BOOLEAN));
    }

    @Test
    void the_first_letter_is_the_result() {
        assertThat(NativeLibrary.descriptor("I_AA")).isEqualTo(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    }

    @Test
    void there_may_be_neither_a_result_nor_parameters() {
        assertThat(NativeLibrary.descriptor("V")).isEqualTo(FunctionDescriptor.ofVoid());
        assertThat(NativeLibrary.descriptor("D")).isEqualTo(FunctionDescriptor.of(JAVA_DOUBLE));
    }

    @Test
    void another_letter_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NativeLibrary.descriptor("I_X"))
                .withMessageContaining("X");
    }
}
