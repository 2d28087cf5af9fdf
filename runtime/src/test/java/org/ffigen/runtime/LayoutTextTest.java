package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.MemoryLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts said in words are those that Java's own methods make. */
class LayoutTextTest {
    @Test
    void members_come_one_after_the_other() {
        assertThat(Struct.layout("s{i32 a, pad 4, pointer b, i64 c, i8[16] d}"))
                .isEqualTo(MemoryLayout.structLayout(JAVA_INT.withName("a"), MemoryLayout.paddingLayout(4),
                        ADDRESS.withName("b"), JAVA_LONG.withName("c"),
                        MemoryLayout.sequenceLayout(16, JAVA_BYTE).withName("d")).withName("s"));
        assertThat(Struct.layout("{}")).isEqualTo(MemoryLayout.structLayout());
    }

    @Test
    void members_that_have_layouts_are_numbered() {
        var point = Struct.layout("point{f64 x, f64 y}");
        var one = Struct.union("one{i32 a}");
        assertThat(Struct.layout("s{$0 from, $1[2] ones, $0[3][2] rows}", point, one))
                .isEqualTo(MemoryLayout.structLayout(point.withName("from"),
                        MemoryLayout.sequenceLayout(2, one).withName("ones"),
                        MemoryLayout.sequenceLayout(3, MemoryLayout.sequenceLayout(2, point)).withName("rows"))
                        .withName("s"));
        assertThat(Struct.union("u{$0 one, i32 b}", one))
                .isEqualTo(MemoryLayout.unionLayout(one.withName("one"), JAVA_INT.withName("b")).withName("u"));
    }

    @Test
    void anonymous_members_nest() {
        assertThat(Struct.layout("s{i32 a, union{i32 b, struct{i32 c}, union{struct{}}}, i32 d, pad 4, struct{f64 e}}"))
                .isEqualTo(MemoryLayout.structLayout(JAVA_INT.withName("a"),
                        MemoryLayout.unionLayout(JAVA_INT.withName("b"),
                                MemoryLayout.structLayout(JAVA_INT.withName("c")),
                                MemoryLayout.unionLayout(MemoryLayout.structLayout())),
                        JAVA_INT.withName("d"), MemoryLayout.paddingLayout(4),
                        MemoryLayout.structLayout(JAVA_DOUBLE.withName("e"))).withName("s"));
    }

    @Test
    void alignments_are_those_that_the_text_says() {
        assertThat(Struct.layout("s{align 2, i8 a, pad 1, unaligned i32 b, unaligned i16[3] c}"))
                .isEqualTo(MemoryLayout.structLayout(JAVA_BYTE.withName("a"), MemoryLayout.paddingLayout(1),
                        JAVA_INT_UNALIGNED.withName("b"),
                        MemoryLayout.sequenceLayout(3, JAVA_SHORT_UNALIGNED).withName("c"))
                        .withName("s")
                        .withByteAlignment(2));
        assertThat(Struct.union("u{align 16, i32 a, pad 16}").byteAlignment()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i32 x", "s{i32 x", "s{i32}", "s{i32 x}}", "s{,}", "s{i32 x, struct{}", "u{}, i8 x"})
    void what_is_no_layout_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Struct.layout(text)).withMessageContaining(text);
        assertThatIllegalArgumentException().isThrownBy(() -> Struct.union(text)).withMessageContaining(text);
    }

    @Test
    void an_unknown_word_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Struct.layout("s{i33 a}"))
                .withMessageContaining("i33");
    }
}
