package org.ffigen.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import com.sun.jna.Native;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.ffigen.benchmarks.generated.CallsLibrary;
import org.ffigen.benchmarks.generated.CallsLibraryInstance;
import org.ffigen.benchmarks.generated.CallsEach_Visit;
import org.ffigen.benchmarks.generated.Point;
import org.ffigen.runtime.FunctionPointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same calls by hand, generated, and through JNI and JNA: a method's name is the case, and after _ who calls. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class CallsBenchmark {

    private static final int POINTS = 1024;
    private static final int VISITS = 10;

    private int a = 40;
    private int b = 2;
    private double x = 3;
    private double y = 4;
    private String text = "a text of some length";

    private Arena arena;
    private MemorySegment pointByHand;
    private MemorySegment resultByHand;
    private MemorySegment stubByHand;
    private MemorySegment pointsByHand;
    private Point.Ptr point;
    private Point.Ptr points;
    private Point.Ptr result;
    private FunctionPointer<CallsEach_Visit> visit;
    private CallsLibraryInstance opened;

    static {
        System.load(System.getProperty("calls.jni"));
        Native.register(Jna.class, System.getProperty("calls.library"));
    }

    /** Through JNI: benchmarks/calls/src/main/c/jni.c. */
    static native int jniAdd(int a, int b);

    static native long jniLength(String text);

    /** Through JNA, by its direct mapping, which is the faster of the two that it has. */
    static final class Jna {
        static native int calls_add(int a, int b);

        static native long calls_length(String text);
    }

    @Setup(Level.Trial)
    public void allocate() throws ReflectiveOperationException {
        arena = Arena.ofConfined();
        pointByHand = arena.allocate(ByHand.POINT);
        ByHand.X.set(pointByHand, 0L, 3.0);
        ByHand.Y.set(pointByHand, 0L, 4.0);
        resultByHand = arena.allocate(ByHand.POINT);
        pointsByHand = arena.allocate(ByHand.POINT, POINTS);
        stubByHand = ByHand.stub(MethodHandles.lookup()
                .findStatic(CallsBenchmark.class, "visit", MethodType.methodType(int.class, int.class)), arena);
        point = Point.allocate(arena).x(3).y(4);
        result = Point.allocate(arena);
        points = Point.allocateArray(arena, POINTS);
        visit = CallsEach_Visit.of(CallsBenchmark::visit, arena);
        opened = CallsLibraryInstance.open();
    }

    @TearDown(Level.Trial)
    public void free() {
        arena.close();
        opened.close();
    }

    static int visit(int value) {
        return value + 1;
    }

    @Benchmark
    public int scalar_hand() throws Throwable {
        return (int) ByHand.ADD.invokeExact(a, b);
    }

    @Benchmark
    public int scalar_ffigen() {
        return CallsLibrary.add(a, b);
    }

    @Benchmark
    public int scalar_jni() {
        return jniAdd(a, b);
    }

    @Benchmark
    public int scalar_jna() {
        return Jna.calls_add(a, b);
    }

    @Benchmark
    public int closable_ffigen() {
        return opened.add(a, b);
    }

    @Benchmark
    public int errno_ffigen() {
        return CallsLibrary.checked(a);
    }

    @Benchmark
    public double place_hand() throws Throwable {
        return (double) ByHand.NORM_AT.invokeExact(pointByHand);
    }

    @Benchmark
    public double place_ffigen() {
        return CallsLibrary.normAt(point);
    }

    /** Preallocated memory, written before each call. */
    @Benchmark
    public double record_hand() throws Throwable {
        pointByHand.set(JAVA_DOUBLE, 0, x);
        pointByHand.set(JAVA_DOUBLE, 8, y);
        return (double) ByHand.NORM.invokeExact(pointByHand);
    }

    @Benchmark
    public double record_arena() throws Throwable {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment p = call.allocate(ByHand.POINT);
            p.set(JAVA_DOUBLE, 0, x);
            p.set(JAVA_DOUBLE, 8, y);
            return (double) ByHand.NORM.invokeExact(p);
        }
    }

    @Benchmark
    public double record_ffigen() {
        return CallsLibrary.norm(new Point(x, y));
    }

    @Benchmark
    public double result_hand() throws Throwable {
        pointByHand.set(JAVA_DOUBLE, 0, x);
        pointByHand.set(JAVA_DOUBLE, 8, y);
        SegmentAllocator to = (size, align) -> resultByHand;
        MemorySegment mirrored = (MemorySegment) ByHand.MIRRORED.invokeExact(to, pointByHand);
        return mirrored.get(JAVA_DOUBLE, 0) - mirrored.get(JAVA_DOUBLE, 8);
    }

    @Benchmark
    public double result_ffigen() {
        Point mirrored = CallsLibrary.mirrored(new Point(x, y));
        return mirrored.x() - mirrored.y();
    }

    @Benchmark
    public long textIn_hand() throws Throwable {
        try (Arena call = Arena.ofConfined()) {
            return (long) ByHand.LENGTH.invokeExact(call.allocateFrom(text));
        }
    }

    @Benchmark
    public long textIn_ffigen() {
        return CallsLibrary.length(text);
    }

    @Benchmark
    public long textIn_jni() {
        return jniLength(text);
    }

    @Benchmark
    public long textIn_jna() {
        return Jna.calls_length(text);
    }

    @Benchmark
    public String textOut_hand() throws Throwable {
        return ((MemorySegment) ByHand.NAME.invokeExact()).getString(0);
    }

    @Benchmark
    public String textOut_ffigen() {
        return CallsLibrary.name();
    }

    @Benchmark
    public int callback_hand() throws Throwable {
        return (int) ByHand.EACH.invokeExact(stubByHand, VISITS);
    }

    @Benchmark
    public int callback_ffigen() {
        return CallsLibrary.each(visit, VISITS);
    }

    @Benchmark
    public double fields_hand() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += (double) ByHand.X.get(pointsByHand, i * 16L) + (double) ByHand.Y.get(pointsByHand, i * 16L);
        }
        return sum;
    }

    @Benchmark
    public double fields_ffigen() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            Point.Ptr p = points.at(i);
            sum += p.x() + p.y();
        }
        return sum;
    }
}
