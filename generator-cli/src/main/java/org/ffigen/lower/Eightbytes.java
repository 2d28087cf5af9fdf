package org.ffigen.lower;

/** How the System V convention of x86-64 sees a record of at most 16 bytes: each 8 bytes travel in one register. */
final class Eightbytes {

    /** In bytes; a larger record travels in memory, whatever it holds. */
    static final long MAX_SIZE = 16;

    /** What kind of register it is. */
    enum Kind {
        /** None: nothing but padding is there. */
        NONE, SSE,
        /** A general one. */
        INTEGER
    }

    private Eightbytes() {
    }

    /** Whether all scalars lie at multiples of their alignment; if one does not, the record travels in memory. */
    static boolean areRegisters(Leaves leaves) {
        return leaves.all().stream().allMatch(Leaves.Leaf::aligned);
    }

    /** Whether all of a record of that size travels in general registers. */
    static boolean areIntegers(Leaves leaves, long size) {
        for (long at = 0; at < size; at += 8) {
            if (kind(leaves, at) != Kind.INTEGER) {
                return false;
            }
        }
        return true;
    }

    /** The kind of the 8 bytes from that offset: one integer among them makes all of them an integer. */
    static Kind kind(Leaves leaves, long from) {
        Kind kind = Kind.NONE;
        for (Leaves.Leaf leaf : leaves.all()) {
            if (leaf.offset() < from + 8 && leaf.offset() + leaf.size() > from) {
                kind = leaf.floating() && kind != Kind.INTEGER ? Kind.SSE : Kind.INTEGER;
            }
        }
        return kind;
    }
}
