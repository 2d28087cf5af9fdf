package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.MemoryLayout;
import org.junit.jupiter.api.Test;

/** Layouts said in words are those that Java's own methods make. */
class LayoutBuilderTest {
    @Test
    void members_in_words_and_by_calls_are_one_layout() {
        assertThat(LayoutBuilder.of("s").add("i32 a, pad 4, pointer b").member("c", JAVA_LONG).add("i8[16] d").struct())
                .isEqualTo(MemoryLayout.structLayout(JAVA_INT.withName("a"), MemoryLayout.paddingLayout(4),
                        ADDRESS.withName("b"), JAVA_LONG.withName("c"),
                        MemoryLayout.sequenceLayout(16, JAVA_BYTE).withName("d")).withName("s"));
        assertThat(Struct.layout("", "")).isEqualTo(MemoryLayout.structLayout());
    }

    @Test
    void anonymous_members_nest() {
        assertThat(
                Struct.layout("s", "i32 a, union{i32 b, struct{i32 c}, union{struct{}}}, i32 d, pad 4, struct{f64 e}"))
                .isEqualTo(MemoryLayout.structLayout(JAVA_INT.withName("a"),
                        MemoryLayout.unionLayout(JAVA_INT.withName("b"),
                                MemoryLayout.structLayout(JAVA_INT.withName("c")),
                                MemoryLayout.unionLayout(MemoryLayout.structLayout())),
                        JAVA_INT.withName("d"), MemoryLayout.paddingLayout(4),
                        MemoryLayout.structLayout(JAVA_DOUBLE.withName("e"))).withName("s"));
    }

    @Test
    void an_unknown_word_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Struct.layout("s", "i33 a"))
                .withMessageContaining("i33");
    }
}
