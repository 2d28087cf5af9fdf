package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

class UnsignedTest {
    /** Every place generated code puts the annotation: that this compiles is half of the test. */
    record Places(@Unsigned int component, @Unsigned long @Unsigned [] array) {
        static @Unsigned int field = -1;

        @Unsigned
        long result(@Unsigned int parameter, java.util.List<@Unsigned Integer> list) {
            @Unsigned
            int local = parameter + list.get(0);
            return Integer.toUnsignedLong(local);
        }
    }

    @Test
    void it_goes_on_every_place_a_type_is_named() {
        assertThat(Unsigned.class.getAnnotation(Target.class).value()).containsExactly(ElementType.TYPE_USE);
        assertThat(new Places(Places.field, new long[0]).result(-2, java.util.List.of(1))).isEqualTo(0xffffffffL);
    }
}
