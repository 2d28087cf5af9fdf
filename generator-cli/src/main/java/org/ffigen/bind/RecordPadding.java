package org.ffigen.bind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ffigen.lower.Lowering;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;

/** The bits of a record where no member lies: what C leaves there is no part of its value. */
final class RecordPadding {

    /** A larger record is compared with its padding: to know that would take memory in the generator. */
    private static final long LARGEST = 1 << 20;
    /** What is more would make the class too large. */
    private static final int MOST = 64;
    /** Of the 128 bits that a {@code long double} of x86 takes. */
    private static final int BITS_OF_FLOAT80 = 80;

    /** So many bits, several times at the same distance. */
    private record Gap(long bit, long bits, long distance, long count) {

        private boolean continues(Gap other) {
            return other.bits == bits && (count == 1 || other.bit == bit + distance * count);
        }

        private Gap with(Gap other) {
            return new Gap(bit, bits, count == 1 ? other.bit - bit : distance, count + 1);
        }
    }

    private final NativeApi api;
    private final Lowering lowering;

    RecordPadding(NativeApi api, Lowering lowering) {
        this.api = api;
        this.lowering = lowering;
    }

    /** What {@code StructValue} is told, with a comma before it; empty if there is no padding. */
    String arguments(RecordDecl record) {
        Layout layout = record.layout().on(lowering.target().id());
        if (layout.size() > LARGEST) {
            return "";
        }
        BitSet used = new BitSet();
        add(used, 0, record);
        List<Gap> gaps = gaps(used, layout.size() * Byte.SIZE);
        StringBuilder arguments = new StringBuilder();
        for (Gap gap : gaps.size() > MOST ? List.<Gap>of() : gaps) {
            arguments.append(", %s, %s, %s, %s".formatted(gap.bit, gap.bits, gap.distance, gap.count));
        }
        return arguments.toString();
    }

    private static List<Gap> gaps(BitSet used, long size) {
        List<Gap> gaps = new ArrayList<>();
        for (int bit = used.nextClearBit(0); bit < size;) {
            int next = used.nextSetBit(bit);
            long end = next < 0 ? size : next;
            Gap gap = new Gap(bit, end - bit, 0, 1);
            if (!gaps.isEmpty() && gaps.getLast().continues(gap)) {
                gaps.set(gaps.size() - 1, gaps.getLast().with(gap));
            } else {
                gaps.add(gap);
            }
            bit = used.nextClearBit((int) end);
        }
        return gaps;
    }

    private void add(BitSet used, int at, RecordDecl record) {
        Layout layout = record.layout().on(lowering.target().id());
        for (Member member : FlatMembers.of(record, api)) {
            Long bit = layout.bitOffsets().get(member.name());
            Long offset = layout.offsets().get(member.name());
            if (member.bits().isPresent() && member.name().isEmpty()) {
                continue;
            }
            if (member.bits().isPresent() && bit != null) {
                used.set(at + bit.intValue(), at + bit.intValue() + member.bits().getAsInt());
            } else if (offset != null) {
                add(used, at + (int) (offset * Byte.SIZE), member.type());
            } else {
                // Somewhere in it is something that nobody can say more of.
                used.set(at, at + (int) (layout.size() * Byte.SIZE));
            }
        }
    }

    private void add(BitSet used, int at, CType type) {
        CType resolved = lowering.resolve(type);
        int bits = (int) (lowering.storage(resolved).size() * Byte.SIZE);
        if (resolved instanceof CType.Array array && hasPadding(array.element())) {
            int element = (int) (lowering.storage(array.element()).size() * Byte.SIZE);
            for (int next = 0; element > 0 && next < bits; next += element) {
                add(used, at + next, array.element());
            }
        } else if (resolved instanceof CType.Named named
                && api.find(named.id()).orElse(null) instanceof RecordDecl inner) {
            add(used, at, inner);
        } else {
            used.set(at, at + (isFloat80(resolved) ? BITS_OF_FLOAT80 : bits));
        }
    }

    /** Whether bits of such a type may be padding; of most it is known that none are. */
    private boolean hasPadding(CType type) {
        CType resolved = lowering.resolve(type);
        return resolved instanceof CType.Array || resolved instanceof CType.Named || isFloat80(resolved);
    }

    private boolean isFloat80(CType type) {
        return type instanceof CType.Builtin(var kind) && kind == BuiltinKind.LONG_DOUBLE
                && lowering.target().id().endsWith("-x86_64") && lowering.storage(type).size() == 16;
    }
}
