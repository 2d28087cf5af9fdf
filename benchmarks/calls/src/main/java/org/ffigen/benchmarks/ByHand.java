package org.ffigen.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import org.ffigen.benchmarks.generated.Point;

/** The same functions through java.lang.foreign, as a careful programmer would write it. */
final class ByHand {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(System.getProperty("calls.library"),
            Arena.global());

    static final StructLayout POINT = MemoryLayout.structLayout(JAVA_DOUBLE.withName("x"), JAVA_DOUBLE.withName("y"));
    static final VarHandle X = POINT.varHandle(MemoryLayout.PathElement.groupElement("x"));
    static final VarHandle Y = POINT.varHandle(MemoryLayout.PathElement.groupElement("y"));
    private static final AddressLayout TEXT = ADDRESS
            .withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, java.lang.foreign.ValueLayout.JAVA_BYTE));

    static final MethodHandle ADD = handle("calls_add", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle NORM = handle("calls_norm", FunctionDescriptor.of(JAVA_DOUBLE, POINT));
    static final MethodHandle NORM_AT = handle("calls_norm_at", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS));
    static final MethodHandle MIRRORED = handle("calls_mirrored", FunctionDescriptor.of(POINT, POINT));
    static final MethodHandle LENGTH = handle("calls_length", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    static final MethodHandle NAME = handle("calls_name", FunctionDescriptor.of(TEXT));
    static final MethodHandle EACH = handle("calls_each", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final FunctionDescriptor VISIT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);

    private ByHand() {
    }

    private static MethodHandle handle(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), type);
    }

    /** A struct by value in an arena of the call's own, as a wrapper has it. */
    static double normInArena(Point point) throws Throwable {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment place = call.allocate(POINT);
            place.set(JAVA_DOUBLE, 0, point.x());
            place.set(JAVA_DOUBLE, 8, point.y());
            return (double) NORM.invokeExact(place);
        }
    }

    static MemorySegment stub(MethodHandle target, Arena arena) {
        return LINKER.upcallStub(target, VISIT, arena);
    }
}
