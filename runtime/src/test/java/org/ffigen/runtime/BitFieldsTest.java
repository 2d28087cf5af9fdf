package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fields of every width at every bit of a byte, against big integers, in both byte orders. */
class BitFieldsTest {
    private final Random random = new Random(7);

    @Test
    void a_field_is_read_from_its_bits_and_written_without_its_neighbours() {
        for (boolean little : new boolean[]{true, false}) {
            for (int start = 0; start < 24; start++) {
                for (int width = 1; width <= 64; width++) {
                    readAndWrite(start, width, little);
                }
            }
        }
    }

    @Test
    void a_field_of_more_than_a_long_is_too() {
        for (boolean little : new boolean[]{true, false}) {
            for (int start = 0; start < 24; start++) {
                for (int width = 1; width <= 200; width++) {
                    readAndWriteBig(start, width, little);
                }
            }
        }
    }

    private void readAndWriteBig(int start, int width, boolean little) {
        byte[] memory = new byte[(start + width + 7) / 8];
        random.nextBytes(memory);
        MemorySegment segment = MemorySegment.ofArray(memory);
        int shift = little ? start : memory.length * 8 - start - width;
        BigInteger mask = BigInteger.TWO.pow(width).subtract(BigInteger.ONE);
        BigInteger value = new BigInteger(width, random);
        BigInteger before = number(memory, little);

        assertThat(BitFields.getBig(segment, start, width, little)).isEqualTo(before.shiftRight(shift).and(mask));
        BitFields.setBig(segment, start, width, value, little);

        assertThat(number(memory, little)).as("%d bits at %d, little-endian: %s", width, start, little)
                .isEqualTo(before.andNot(mask.shiftLeft(shift)).or(value.shiftLeft(shift)));
    }

    @Test
    void what_a_field_of_more_than_a_long_cannot_hold_is_refused() {
        MemorySegment segment = MemorySegment.ofArray(new byte[16]);
        BigInteger most = BigInteger.TWO.pow(99).subtract(BigInteger.ONE);
        BigInteger least = most.not();

        BitFields.setBigSigned(segment, 3, 100, least);
        assertThat(BitFields.getBigSigned(segment, 3, 100)).isEqualTo(least);
        BitFields.setBigSigned(segment, 3, 100, most);
        assertThat(BitFields.getBigSigned(segment, 3, 100)).isEqualTo(most);
        BitFields.setBigUnsigned(segment, 3, 99, most);
        assertThat(BitFields.getBigUnsigned(segment, 3, 99)).isEqualTo(most);
        assertThatThrownBy(() -> BitFields.setBigSigned(segment, 3, 99, most))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitFields.setBigSigned(segment, 3, 99, least))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitFields.setBigUnsigned(segment, 3, 98, most))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitFields.setBigUnsigned(segment, 3, 99, BigInteger.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-1 does not fit an unsigned bit-field of 99 bits");
    }

    private void readAndWrite(int start, int width, boolean little) {
        // Exactly the bytes that hold the field: one further is out of bounds.
        byte[] memory = new byte[(start + width + 7) / 8];
        random.nextBytes(memory);
        MemorySegment segment = MemorySegment.ofArray(memory);
        long value = random.nextLong();
        int shift = little ? start : memory.length * 8 - start - width;
        BigInteger mask = BigInteger.TWO.pow(width).subtract(BigInteger.ONE);
        BigInteger before = number(memory, little);
        long mine = -1L >>> 64 - width;

        assertThat(BitFields.get(segment, start, width, little) & mine)
                .isEqualTo(before.shiftRight(shift).and(mask).longValue());
        BitFields.set(segment, start, width, value, little);

        assertThat(number(memory, little)).as("%d bits at %d, little-endian: %s", width, start, little)
                .isEqualTo(before.andNot(mask.shiftLeft(shift))
                        .or(BigInteger.valueOf(value)
                                .and(mask)
                                .shiftLeft(shift)));
        assertThat(BitFields.get(segment, start, width, little) & mine).isEqualTo(value & mine);
    }

    private static BigInteger number(byte[] memory, boolean little) {
        byte[] big = new byte[memory.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = memory[little ? big.length - 1 - i : i];
        }
        return new BigInteger(1, big);
    }

    @Test
    void the_sign_is_the_highest_bit_of_the_field() {
        MemorySegment segment = MemorySegment.ofArray(new byte[4]);
        BitFields.setSigned(segment, 3, 5, -16);
        assertThat(BitFields.getSigned(segment, 3, 5)).isEqualTo(-16);
        assertThat(BitFields.getUnsigned(segment, 3, 5)).isEqualTo(16);
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_written() {
        MemorySegment segment = MemorySegment.ofArray(new byte[16]);
        assertThatThrownBy(() -> BitFields.setUnsigned(segment, 0, 3, 8)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("8 does not fit an unsigned bit-field of 3 bits");
        assertThatThrownBy(() -> BitFields.setUnsigned(segment, 0, 3, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitFields.setSigned(segment, 0, 5, 16)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("16 does not fit a signed bit-field of 5 bits");
        assertThatThrownBy(() -> BitFields.setSigned(segment, 0, 5, -17)).isInstanceOf(IllegalArgumentException.class);
        assertThat(segment.mismatch(MemorySegment.ofArray(new byte[16]))).isEqualTo(-1);

        BitFields.setUnsigned(segment, 0, 32, -1);
        BitFields.setUnsigned(segment, 64, 64, -1L);
        assertThat(BitFields.getUnsigned(segment, 0, 32)).isEqualTo(0xffffffffL);
        assertThat(BitFields.getUnsigned(segment, 64, 64)).isEqualTo(-1L);
    }
}
