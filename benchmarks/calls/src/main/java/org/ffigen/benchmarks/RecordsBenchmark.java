package org.ffigen.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
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
import org.ffigen.benchmarks.generated.CallsLibrary;
import org.ffigen.benchmarks.generated.Point;

/** A record by value where the compiler cannot see through: the generated method is never inlined, or much else went the same way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class RecordsBenchmark {

    private static final int POLLUTIONS = 30_000;

    private double x = 3;
    private double y = 4;
    private Arena arena;
    private MemorySegment pointByHand;

    @Setup(Level.Trial)
    public void allocate() {
        arena = Arena.ofShared();
        pointByHand = arena.allocate(ByHand.POINT);
    }

    @TearDown(Level.Trial)
    public void free() {
        arena.close();
    }

    /** Virtual threads, memory too large for a block, other structs and other allocators have all been seen. */
    @State(Scope.Benchmark)
    public static class Polluted {
        @Setup(Level.Trial)
        public void pollute() throws InterruptedException {
            Thread thread = Thread.ofVirtual().start(Polluted::calls);
            calls();
            thread.join();
        }

        private static void calls() {
            String large = "x".repeat(100_000);
            try (Arena arena = Arena.ofConfined()) {
                Point.Ptr place = Point.allocate(arena);
                for (int i = 0; i < POLLUTIONS; i++) {
                    Point mirrored = CallsLibrary.mirrored(new Point(i, 1));
                    CallsLibrary.norm(mirrored);
                    CallsLibrary.norm(place);
                    if (i % 100 == 0) {
                        CallsLibrary.length(large);
                        CallsLibrary.mirrored(arena, place);
                    }
                }
            }
        }
    }

    @Benchmark
    @Fork(value = 2, jvmArgsAppend = "-XX:CompileCommand=dontinline,"
            + "org/ffigen/benchmarks/generated/CallsLibrary.norm(Lorg/ffigen/benchmarks/generated/Point;)D")
    public double recordNotInlined_ffigen() {
        return CallsLibrary.norm(new Point(x, y));
    }

    @Benchmark
    public double recordNotInlined_hand() throws Throwable {
        return byHand();
    }

    @Benchmark
    public double recordNotInlined_arena() throws Throwable {
        return byArena();
    }

    /** What a wrapper costs that has an arena for each call, if it is not inlined either. */
    @Benchmark
    @Fork(value = 2, jvmArgsAppend = "-XX:CompileCommand=dontinline,org/ffigen/benchmarks/ByHand.normInArena")
    public double recordNotInlined_arenaMethod() throws Throwable {
        return ByHand.normInArena(new Point(x, y));
    }

    @Benchmark
    public double recordPolluted_ffigen(Polluted polluted) {
        return CallsLibrary.norm(new Point(x, y));
    }

    @Benchmark
    public double recordPolluted_hand(Polluted polluted) throws Throwable {
        return byHand();
    }

    @Benchmark
    public double recordPolluted_arena(Polluted polluted) throws Throwable {
        return byArena();
    }

    private double byHand() throws Throwable {
        pointByHand.set(JAVA_DOUBLE, 0, x);
        pointByHand.set(JAVA_DOUBLE, 8, y);
        return (double) ByHand.NORM.invokeExact(pointByHand);
    }

    private double byArena() throws Throwable {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment p = call.allocate(ByHand.POINT);
            p.set(JAVA_DOUBLE, 0, x);
            p.set(JAVA_DOUBLE, 8, y);
            return (double) ByHand.NORM.invokeExact(p);
        }
    }
}
