package sample;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.NativeBinding;
import org.ffigen.runtime.NativeLibrary;
import org.ffigen.runtime.Pointer;
import org.ffigen.runtime.ReturnBuffer;
import org.ffigen.runtime.Scratch;
import org.ffigen.runtime.Upcalls;
import org.jspecify.annotations.Nullable;

/** {@code point.h} */
@NativeBinding(header = "point.h")
public final class PointLibrary {
    public static final NativeLibrary LIBRARY = NativeLibrary.named(MethodHandles.lookup(), "point", "0.1");

    private PointLibrary() {
    }

    /** {@code int point_add(int a, int b)} */
    public static int pointAdd(int a, int b) {
        try {
            int result = (int) CallInts.HANDLE.invokeExact(Symbols.point_add, a, b);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_add, t);
        }
    }

    /** {@code point point_midpoint(point a, point b)} */
    public static Point pointMidpoint(Point a, Point b) {
        try (Scratch scratch = Scratch.open()) {
            Point.Ptr first = Point.Ptr.allocate(scratch).set(a);
            Point.Ptr second = Point.Ptr.allocate(scratch).set(b);
            ReturnBuffer result = new ReturnBuffer(scratch.allocate(Point.LAYOUT));
            MemorySegment unused = (MemorySegment) CallPoints.HANDLE.invokeExact(Symbols.point_midpoint,
                    (SegmentAllocator) result, first.segment(), second.segment());
            Upcalls.rethrow();
            return Point.Ptr.of(unused).get();
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_midpoint, t);
        }
    }

    /** {@code int point_length(const char *text)} */
    public static int pointLength(@Nullable String text) {
        try (Scratch scratch = Scratch.open()) {
            int result = (int) CallAddress.HANDLE.invokeExact(Symbols.point_length, scratch.string(text));
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_length, t);
        }
    }

    /** {@code int point_visit(int count, point_visitor visitor, void *user)} */
    public static int pointVisit(int count, FunctionPointer<PointVisitor> visitor, MemorySegment user) {
        try {
            int result = (int) CallVisit.HANDLE.invokeExact(Symbols.point_visit, count, Pointer.segmentOf(visitor),
                    user);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_visit, t);
        }
    }

    /** {@code int point_visit_on_thread(int count, point_visitor visitor, void *user)} */
    public static int pointVisitOnThread(int count, FunctionPointer<PointVisitor> visitor, MemorySegment user) {
        try {
            int result = (int) CallVisit.HANDLE.invokeExact(Symbols.point_visit_on_thread, count,
                    Pointer.segmentOf(visitor), user);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_visit_on_thread, t);
        }
    }

    /** {@code void point_keep(point_visitor visitor)} */
    public static void pointKeep(FunctionPointer<PointVisitor> visitor) {
        try {
            CallKeep.HANDLE.invokeExact(Symbols.point_keep, Pointer.segmentOf(visitor));
            Upcalls.rethrow();
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_keep, t);
        }
    }

    /** {@code int point_call_kept(int index)} */
    public static int pointCallKept(int index) {
        try {
            int result = (int) CallInt.HANDLE.invokeExact(Symbols.point_call_kept, index);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_call_kept, t);
        }
    }

    /** {@code point_visitor point_doubling(void)} */
    public static FunctionPointer<PointVisitor> pointDoubling() {
        try {
            MemorySegment result = (MemorySegment) CallToAddress.HANDLE.invokeExact(Symbols.point_doubling);
            Upcalls.rethrow();
            return FunctionPointer.of(result);
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_doubling, t);
        }
    }

    /** {@code int point_absent(void)} */
    public static int pointAbsent() {
        try {
            int result = (int) CallNothing.HANDLE.invokeExact(Symbols.point_absent);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.point_absent, t);
        }
    }

    /** {@code extern int point_count} */
    public static int pointCount() {
        return Variables.point_count.get(JAVA_INT, 0);
    }

    private static final class Symbols {
        static final MemorySegment point_add = LIBRARY.function("point_add");
        static final MemorySegment point_midpoint = LIBRARY.function("point_midpoint");
        static final MemorySegment point_length = LIBRARY.function("point_length");
        static final MemorySegment point_visit = LIBRARY.function("point_visit");
        static final MemorySegment point_visit_on_thread = LIBRARY.function("point_visit_on_thread");
        static final MemorySegment point_keep = LIBRARY.function("point_keep");
        static final MemorySegment point_call_kept = LIBRARY.function("point_call_kept");
        static final MemorySegment point_doubling = LIBRARY.function("point_doubling");
        static final MemorySegment point_absent = LIBRARY.function("point_absent");
    }

    private static final class Variables {
        static final MemorySegment point_count = LIBRARY.variable("point_count", 4);
    }

    private static final class CallNothing {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(JAVA_INT));
    }

    private static final class CallInt {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    private static final class CallInts {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    }

    private static final class CallAddress {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    private static final class CallToAddress {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(ADDRESS));
    }

    private static final class CallKeep {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.ofVoid(ADDRESS));
    }

    private static final class CallVisit {
        static final MethodHandle HANDLE = LIBRARY
                .downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    }

    private static final class CallPoints {
        static final MethodHandle HANDLE = LIBRARY
                .downcall(FunctionDescriptor.of(Point.LAYOUT, Point.LAYOUT, Point.LAYOUT));
    }
}
