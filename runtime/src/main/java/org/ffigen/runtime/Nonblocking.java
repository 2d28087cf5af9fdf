package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Native calls on platform threads of their own, since one that blocks in C would hold the carrier of a virtual thread.
 * A running call keeps the virtual machine alive, and everything bound to its handle. Threads are reused, and end when
 * they have been idle for a tenth of a second.
 *
 * <p>
 * No Java code waits below such a call: {@link Upcalls#onUnhandled} says who gets the exceptions of its callbacks.
 *
 * <p>
 * Stateless: safe for any thread.
 */
public final class Nonblocking {
    static final Runnable NOTHING = () -> {
    };
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final Executor POOL = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 100, TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(), Nonblocking::thread);

    private Nonblocking() {
    }

    private static Thread thread(Runnable work) {
        return ServiceThreads.of("ffigen-call-" + THREADS.incrementAndGet(), work);
    }

    /**
     * Calls on another thread.
     *
     * @param call the native call with all its arguments bound: a handle without parameters. It must not lead through
     *        a method of a generated class: {@link #run} is for those
     * @return completes with the result, null for void; fails with what the handle throws, and if no thread can be had
     */
    public static CompletableFuture<@Nullable Object> call(MethodHandle call) {
        return call(call, NOTHING);
    }

    /**
     * As {@link #call(MethodHandle)}, with something to be done when the call is over.
     *
     * @param call the native call with all its arguments bound
     * @param afterwards done before the future completes, also if no thread can be had
     * @return completes as that of {@link #call(MethodHandle)}
     */
    public static CompletableFuture<@Nullable Object> call(MethodHandle call, Runnable afterwards) {
        MethodHandle general = call.asType(MethodType.methodType(Object.class));
        CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
        try {
            POOL.execute(() -> run(general, future, afterwards));
        } catch (Throwable noThread) {
            afterwards.run();
            future.completeExceptionally(noThread);
        }
        return future;
    }

    private static void run(MethodHandle call, CompletableFuture<@Nullable Object> future, Runnable afterwards) {
        Object result;
        try {
            result = (Object) call.invokeExact();
        } catch (Throwable failed) {
            DeferredStubs.free();
            afterwards.run();
            future.completeExceptionally(failed);
            return;
        }
        // No generated call does it, and the thread may go on with calls for long.
        DeferredStubs.free();
        afterwards.run();
        future.complete(result);
    }

    /**
     * Runs a method of a generated class on another thread; it gives or throws what the future does.
     *
     * @param afterwards done before the future completes, also if the method does not run
     * @param arguments what it gets: handles among them cannot be closed meanwhile
     */
    static <T extends @Nullable Object> CompletableFuture<T> run(Supplier<T> call, Runnable afterwards,
            @Nullable Object[] arguments) {
        CompletableFuture<T> future = new CompletableFuture<>();
        List<OwnedPointer<?>> held = new ArrayList<>();
        Runnable end = () -> {
            held.forEach(OwnedPointer::letGo);
            afterwards.run();
        };
        try {
            hold(arguments, held);
            POOL.execute(() -> runGenerated(call, future, end).run());
        } catch (Throwable notStarted) {
            end.run();
            future.completeExceptionally(notStarted);
        }
        return future;
    }

    private static void hold(@Nullable Object[] arguments, List<OwnedPointer<?>> held) {
        for (Object argument : arguments) {
            if (argument instanceof OwnedPointer<?> handle) {
                handle.hold();
                held.add(handle);
            } else if (argument instanceof Object[] further) {
                hold(further, held);
            }
        }
    }

    /**
     * The generated call above this frame is not one that a Java caller waits for: {@link GeneratedCalls}. It gives what
     * completes the future, for below it: what depends on that may call C, and then waits itself.
     */
    private static <T extends @Nullable Object> Runnable runGenerated(Supplier<T> call, CompletableFuture<T> future,
            Runnable end) {
        try {
            T result = call.get();
            return () -> {
                if (!future.complete(result)) {
                    closeLost(Collections.singletonList(result));
                }
            };
        } catch (Throwable failed) {
            AfterCall entered = AfterCall.of(failed);
            return () -> {
                if (!future.completeExceptionally(failed)) {
                    closeLost(ValueOfFailure.allOf(failed, entered));
                }
            };
        } finally {
            end.run();
        }
    }

    /**
     * Ends the handles in a result, or in the values of a failure, that nobody gets, because the future was cancelled or
     * completed by somebody else. One that C gave at several places is ended once.
     */
    private static void closeLost(List<?> values) {
        List<OwnedPointer<?>> lost = values.stream().<OwnedPointer<?>>mapMulti(Nonblocking::handles).toList();
        for (OwnedPointer<?> handle : new LinkedHashSet<>(lost)) {
            try {
                handle.closeIfNew(Collections.frequency(lost, handle));
            } catch (Throwable failed) {
                Upcalls.handle(Thread.currentThread(), failed);
            }
        }
    }

    private static void handles(@Nullable Object value, Consumer<OwnedPointer<?>> each) {
        if (value instanceof OwnedPointer<?> handle) {
            each.accept(handle);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (OwnedPointer.class.isAssignableFrom(component.getType())) {
                    handles(component(record, component), each);
                }
            }
        }
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failed) {
            Upcalls.handle(Thread.currentThread(), failed);
            return null;
        }
    }

    /** Whether nobody waits for the generated call directly above this frame. */
    static boolean isEndOf(Class<?> type, String method) {
        return type == Nonblocking.class && method.equals("runGenerated");
    }

    /**
     * A list as it is now, for a call on another thread.
     *
     * @param texts the texts, of which any may be null; or null
     * @return a copy
     */
    public static @Nullable List<@Nullable String> copyOf(@Nullable List<@Nullable String> texts) {
        return texts == null ? null : new ArrayList<>(texts);
    }

    /**
     * A buffer with its position and limit as they are now, for a call on another thread.
     *
     * @param buffer the buffer, or null
     * @return the same memory
     */
    public static @Nullable ByteBuffer copyOf(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : buffer.duplicate();
    }

    /**
     * Variable arguments as they are now, for a call on another thread.
     *
     * @param arguments the arguments, or null
     * @return a copy
     */
    public static @Nullable Object @Nullable [] copyOf(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? null : arguments.clone();
    }

    /** The first argument that another thread may not use, as an exception that names it; null if there is none. */
    static @Nullable Throwable obstacle(String symbol, String parameters, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            try {
                if (isConfined(arguments[i])) {
                    return new WrongThreadException("argument " + parameters.split(",")[i] + " of " + symbol
                            + ": memory of a confined arena, which the thread of a nonblocking call cannot use");
                }
            } catch (IllegalStateException closed) {
                return new IllegalStateException("argument " + parameters.split(",")[i] + " of " + symbol + ": "
                        + closed.getMessage(), closed);
            }
        }
        return null;
    }

    private static boolean isConfined(@Nullable Object argument) {
        return switch (argument) {
            case MemorySegment segment -> !canPass(segment);
            case Pointer<?> pointer -> !canPass(pointer.segment());
            case Buffer buffer when buffer.isDirect() -> !canPass(MemorySegment.ofBuffer(buffer));
            case Object[] further -> Stream.of(further).anyMatch(Nonblocking::isConfined);
            case null, default -> false;
        };
    }

    /**
     * Whether memory can be an argument: whether other threads than its owner may use it.
     *
     * @param segment the memory
     * @return false if it is confined to a thread
     */
    public static boolean canPass(MemorySegment segment) {
        return segment.isAccessibleBy(ServiceThreads.SOMEBODY_ELSE);
    }
}
