package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import sample.PointLibrary;
import sample.PointVisitor;

/** Run by a test in a virtual machine of its own. */
final class Recursion {
    private static FunctionPointer<PointVisitor> self = FunctionPointer.of(MemorySegment.NULL);

    private Recursion() {}

    public static void main(String[] arguments) {
        self = PointVisitor.of((index, user) -> PointLibrary.pointVisit(1, self, user), Arena.global());
        try {
            PointLibrary.pointVisit(1, self, MemorySegment.NULL);
        } catch (StackOverflowError expected) {
            System.out.println("caught " + expected.getClass().getSimpleName());
        }
    }
}
