package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call that are bytes on the Java heap: copied for C, and back after the call. Those that overlap
 * share one copy, as C functions that work in place expect; each with a copy of its own, the last copied back would
 * undo what C did through another. For one thread at a time.
 */
final class HeapBuffers {
    /** @param carrier which argument of the handle gets the copy */
    private record Argument(int carrier, MemorySegment bytes) {
        boolean overlaps(Argument other) {
            return bytes.asOverlappingSlice(other.bytes).isPresent();
        }

        long start() {
            return bytes.address();
        }

        long end() {
            return bytes.address() + bytes.byteSize();
        }

        /** Whether one of those that overlap this has all of it. */
        boolean isInOneOf(List<Argument> group) {
            for (Argument other : group) {
                if (other.start() <= start() && end() <= other.end()) {
                    return true;
                }
            }
            return false;
        }
    }

    private record CopyBack(MemorySegment from, MemorySegment to) {}

    private final List<Argument> arguments = new ArrayList<>(1);
    private final List<CopyBack> copyBacks = new ArrayList<>(1);

    void add(int carrier, MemorySegment bytes) {
        arguments.add(new Argument(carrier, bytes));
    }

    /** Puts the copies among the carriers. Afterwards the arguments are forgotten. */
    void copyIn(SegmentAllocator memory, @Nullable Object[] carriers) {
        while (!arguments.isEmpty()) {
            List<Argument> group = overlapping(arguments.removeLast());
            long start = Long.MAX_VALUE;
            long end = 0;
            for (Argument argument : group) {
                start = Math.min(start, argument.start());
                end = Math.max(end, argument.end());
            }
            MemorySegment copy = Bytes.forCopy(memory, end - start);
            for (int i = 0; i < group.size(); i++) {
                Argument argument = group.get(i);
                MemorySegment slice = copy.asSlice(argument.start() - start, argument.bytes.byteSize());
                if (!argument.isInOneOf(group.subList(0, i))) {
                    slice.copyFrom(argument.bytes);
                }
                if (!argument.bytes.isReadOnly()) {
                    copyBacks.add(new CopyBack(slice, argument.bytes));
                }
                carriers[argument.carrier] = slice;
            }
        }
    }

    /** Takes what overlaps the first, directly or through another, out of the arguments. */
    private List<Argument> overlapping(Argument first) {
        List<Argument> group = new ArrayList<>(List.of(first));
        for (int i = 0; i < group.size(); i++) {
            for (Iterator<Argument> each = arguments.iterator(); each.hasNext();) {
                Argument other = each.next();
                if (other.overlaps(group.get(i))) {
                    each.remove();
                    group.add(other);
                }
            }
        }
        return group;
    }

    void copyBack() {
        for (CopyBack copy : copyBacks) {
            copy.to.copyFrom(copy.from);
        }
    }
}
