package org.ffigen.clang.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * The shapes of libclang's functions. A shape costs about a millisecond to link, so functions share them: the address
 * of the function is the first argument. Handles are linked when they are first called.
 */
final class Calls {

    static final StructLayout CURSOR = MemoryLayout.structLayout(JAVA_INT.withName("kind"), JAVA_INT.withName("xdata"),
            MemoryLayout.sequenceLayout(3, ADDRESS).withName("data"));
    static final StructLayout TYPE = MemoryLayout.structLayout(JAVA_INT.withName("kind"), MemoryLayout.paddingLayout(4),
            MemoryLayout.sequenceLayout(2, ADDRESS).withName("data"));
    static final StructLayout LOCATION = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(2, ADDRESS).withName("ptr_data"), JAVA_INT.withName("int_data"),
            MemoryLayout.paddingLayout(4));
    static final StructLayout STRING = MemoryLayout.structLayout(ADDRESS.withName("data"),
            JAVA_INT.withName("private_flags"), MemoryLayout.paddingLayout(4));

    private Calls() {
    }

    @SuppressWarnings("restricted")
    private static MethodHandle link(MemoryLayout result, MemoryLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(result, parameters));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle linkVoid(MemoryLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(parameters));
    }

    static RuntimeException failure(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }

    private static final class CursorToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, CURSOR);
    }

    static int cursorToInt(MemorySegment function, MemorySegment a0) {
        try {
            return (int) CursorToInt.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToLong {
        static final MethodHandle HANDLE = link(JAVA_LONG, CURSOR);
    }

    static long cursorToLong(MemorySegment function, MemorySegment a0) {
        try {
            return (long) CursorToLong.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToCursor {
        static final MethodHandle HANDLE = link(CURSOR, CURSOR);
    }

    static MemorySegment cursorToCursor(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) CursorToCursor.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToType {
        static final MethodHandle HANDLE = link(TYPE, CURSOR);
    }

    static MemorySegment cursorToType(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) CursorToType.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToLocation {
        static final MethodHandle HANDLE = link(LOCATION, CURSOR);
    }

    static MemorySegment cursorToLocation(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) CursorToLocation.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToString {
        static final MethodHandle HANDLE = link(STRING, CURSOR);
    }

    static MemorySegment cursorToString(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) CursorToString.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorToPointer {
        static final MethodHandle HANDLE = link(ADDRESS, CURSOR);
    }

    static MemorySegment cursorToPointer(MemorySegment function, MemorySegment a0) {
        try {
            return (MemorySegment) CursorToPointer.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, TYPE);
    }

    static int typeToInt(MemorySegment function, MemorySegment a0) {
        try {
            return (int) TypeToInt.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeToLong {
        static final MethodHandle HANDLE = link(JAVA_LONG, TYPE);
    }

    static long typeToLong(MemorySegment function, MemorySegment a0) {
        try {
            return (long) TypeToLong.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeToType {
        static final MethodHandle HANDLE = link(TYPE, TYPE);
    }

    static MemorySegment typeToType(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) TypeToType.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeToCursor {
        static final MethodHandle HANDLE = link(CURSOR, TYPE);
    }

    static MemorySegment typeToCursor(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) TypeToCursor.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeToString {
        static final MethodHandle HANDLE = link(STRING, TYPE);
    }

    static MemorySegment typeToString(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) TypeToString.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypeIntToType {
        static final MethodHandle HANDLE = link(TYPE, TYPE, JAVA_INT);
    }

    static MemorySegment typeIntToType(MemorySegment function, Result out, MemorySegment a0, int a1) {
        try {
            return (MemorySegment) TypeIntToType.HANDLE.invokeExact(function, (SegmentAllocator) out, a0, a1);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorIntToCursor {
        static final MethodHandle HANDLE = link(CURSOR, CURSOR, JAVA_INT);
    }

    static MemorySegment cursorIntToCursor(MemorySegment function, Result out, MemorySegment a0, int a1) {
        try {
            return (MemorySegment) CursorIntToCursor.HANDLE.invokeExact(function, (SegmentAllocator) out, a0, a1);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToCursor {
        static final MethodHandle HANDLE = link(CURSOR, ADDRESS);
    }

    static MemorySegment pointerToCursor(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) PointerToCursor.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToString {
        static final MethodHandle HANDLE = link(STRING, ADDRESS);
    }

    static MemorySegment pointerToString(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) PointerToString.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToLocation {
        static final MethodHandle HANDLE = link(LOCATION, ADDRESS);
    }

    static MemorySegment pointerToLocation(MemorySegment function, Result out, MemorySegment a0) {
        try {
            return (MemorySegment) PointerToLocation.HANDLE.invokeExact(function, (SegmentAllocator) out, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorPointerToString {
        static final MethodHandle HANDLE = link(STRING, CURSOR, ADDRESS);
    }

    static MemorySegment cursorPointerToString(MemorySegment function, Result out, MemorySegment a0,
            MemorySegment a1) {
        try {
            return (MemorySegment) CursorPointerToString.HANDLE.invokeExact(function, (SegmentAllocator) out, a0, a1);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, ADDRESS);
    }

    static int pointerToInt(MemorySegment function, MemorySegment a0) {
        try {
            return (int) PointerToInt.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToLong {
        static final MethodHandle HANDLE = link(JAVA_LONG, ADDRESS);
    }

    static long pointerToLong(MemorySegment function, MemorySegment a0) {
        try {
            return (long) PointerToLong.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToDouble {
        static final MethodHandle HANDLE = link(JAVA_DOUBLE, ADDRESS);
    }

    static double pointerToDouble(MemorySegment function, MemorySegment a0) {
        try {
            return (double) PointerToDouble.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerToVoid {
        static final MethodHandle HANDLE = linkVoid(ADDRESS);
    }

    static void pointerToVoid(MemorySegment function, MemorySegment a0) {
        try {
            PointerToVoid.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class PointerIntToPointer {
        static final MethodHandle HANDLE = link(ADDRESS, ADDRESS, JAVA_INT);
    }

    static MemorySegment pointerIntToPointer(MemorySegment function, MemorySegment a0, int a1) {
        try {
            return (MemorySegment) PointerIntToPointer.HANDLE.invokeExact(function, a0, a1);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class Pointer3ToPointer {
        static final MethodHandle HANDLE = link(ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    }

    static MemorySegment pointer3ToPointer(MemorySegment function, MemorySegment a0, MemorySegment a1,
            MemorySegment a2) {
        try {
            return (MemorySegment) Pointer3ToPointer.HANDLE.invokeExact(function, a0, a1, a2);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class Pointer2IntToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    static int pointer2IntToInt(MemorySegment function, MemorySegment a0, MemorySegment a1, int a2) {
        try {
            return (int) Pointer2IntToInt.HANDLE.invokeExact(function, a0, a1, a2);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class Int2ToPointer {
        static final MethodHandle HANDLE = link(ADDRESS, JAVA_INT, JAVA_INT);
    }

    static MemorySegment int2ToPointer(MemorySegment function, int a0, int a1) {
        try {
            return (MemorySegment) Int2ToPointer.HANDLE.invokeExact(function, a0, a1);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorPointer2ToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, CURSOR, ADDRESS, ADDRESS);
    }

    static int cursorPointer2ToInt(MemorySegment function, MemorySegment a0, MemorySegment a1, MemorySegment a2) {
        try {
            return (int) CursorPointer2ToInt.HANDLE.invokeExact(function, a0, a1, a2);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class TypePointer2ToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, TYPE, ADDRESS, ADDRESS);
    }

    static int typePointer2ToInt(MemorySegment function, MemorySegment a0, MemorySegment a1, MemorySegment a2) {
        try {
            return (int) TypePointer2ToInt.HANDLE.invokeExact(function, a0, a1, a2);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class LocationPointer4ToVoid {
        static final MethodHandle HANDLE = linkVoid(LOCATION, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    }

    static void locationPointer4ToVoid(MemorySegment function, MemorySegment a0, MemorySegment a1, MemorySegment a2,
            MemorySegment a3, MemorySegment a4) {
        try {
            LocationPointer4ToVoid.HANDLE.invokeExact(function, a0, a1, a2, a3, a4);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class LocationToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, LOCATION);
    }

    static int locationToInt(MemorySegment function, MemorySegment a0) {
        try {
            return (int) LocationToInt.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class Pointer2IntToLocation {
        static final MethodHandle HANDLE = link(LOCATION, ADDRESS, ADDRESS, JAVA_INT);
    }

    static MemorySegment pointer2IntToLocation(MemorySegment function, Result out, MemorySegment a0,
            MemorySegment a1, int a2) {
        try {
            return (MemorySegment) Pointer2IntToLocation.HANDLE.invokeExact(function, (SegmentAllocator) out, a0, a1,
                    a2);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class StringToPointer {
        static final MethodHandle HANDLE = link(ADDRESS, STRING);
    }

    static MemorySegment stringToPointer(MemorySegment function, MemorySegment a0) {
        try {
            return (MemorySegment) StringToPointer.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class StringToVoid {
        static final MethodHandle HANDLE = linkVoid(STRING);
    }

    static void stringToVoid(MemorySegment function, MemorySegment a0) {
        try {
            StringToVoid.HANDLE.invokeExact(function, a0);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class NothingToString {
        static final MethodHandle HANDLE = link(STRING);
    }

    static MemorySegment nothingToString(MemorySegment function, Result out) {
        try {
            return (MemorySegment) NothingToString.HANDLE.invokeExact(function, (SegmentAllocator) out);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class Pointer3IntPointerInt2PointerToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
                JAVA_INT, ADDRESS);
    }

    static int pointer3IntPointerInt2PointerToInt(MemorySegment function, MemorySegment a0, MemorySegment a1,
            MemorySegment a2, int a3, MemorySegment a4, int a5, int a6, MemorySegment a7) {
        try {
            return (int) Pointer3IntPointerInt2PointerToInt.HANDLE.invokeExact(function, a0, a1, a2, a3, a4, a5, a6,
                    a7);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

    private static final class CursorPointer5IntToInt {
        static final MethodHandle HANDLE = link(JAVA_INT, CURSOR, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                JAVA_INT);
    }

    static int cursorPointer5IntToInt(MemorySegment function, MemorySegment a0, MemorySegment a1, MemorySegment a2,
            MemorySegment a3, MemorySegment a4, MemorySegment a5, int a6) {
        try {
            return (int) CursorPointer5IntToInt.HANDLE.invokeExact(function, a0, a1, a2, a3, a4, a5, a6);
        } catch (Throwable t) {
            throw failure(t);
        }
    }

}
