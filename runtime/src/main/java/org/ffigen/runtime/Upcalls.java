package org.ffigen.runtime;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries exceptions of callbacks over C, which cannot unwind them: the adapter around a callback catches the exception
 * and gives C a value, and the Java call that led into C throws it when C returns. Until then callbacks on that thread
 * give C their value without entering Java. On a thread that C started there is no such call, and a handler gets the
 * exception.
 *
 * <p>
 * One end of the process is out of reach: when the stack is exhausted just where C calls back, before the adapter runs,
 * the virtual machine stops. Recursion through C must therefore be bounded, unlike recursion in Java.
 *
 * <p>
 * Safe for any thread. An exception belongs to the thread, platform or virtual, that it was thrown on; no other sees
 * it.
 */
public final class Upcalls {
    /** How many threads have a pending exception, and how many stubs wait to be freed. A plain read of it after each native call is all that most pay. */
    private static final AtomicInteger PENDING = new AtomicInteger();
    private static final ThreadLocal<@Nullable Throwable> EXCEPTION = new ThreadLocal<>();
    /** Null for the thread's own handler: a lambda for it would be made before the first native call of each program. */
    private static volatile @Nullable BiConsumer<? super Thread, ? super Throwable> unhandled;

    /**
     * An exception for which not even the stack to keep it was left, and its thread or null. Plain writes of fields are
     * all that is sure to work then; a second such exception before the first is thrown replaces it.
     */
    private static volatile @Nullable Throwable stranded;
    private static volatile @Nullable Thread strandedOn;

    private Upcalls() {
    }

    /** Loads all that {@link #caught} needs, while there is stack for it. */
    static void prepare() {
        GeneratedCalls.prepare();
    }

    /**
     * Whether an exception waits on this thread for C to return. A callback's adapter then gives C its value at once.
     *
     * @return true if one does
     */
    public static boolean isPending() {
        return PENDING.getPlain() != 0 && EXCEPTION.get() != null || stranded != null && isStrandedHere();
    }

    private static boolean isStrandedHere() {
        Thread thread = strandedOn;
        return thread == null || thread == Thread.currentThread();
    }

    /**
     * Takes an exception out of a callback's adapter, to be thrown by {@link #rethrow()} below it on this thread; if
     * no generated call is below it, the handler of {@link #onUnhandled} gets it. That of the JDK for closing an arena
     * that a running call has is replaced by one that says so. Never throws.
     *
     * @param thrown what the callback threw
     */
    public static void caught(Throwable thrown) {
        Thread thread = null;
        try {
            thread = Thread.currentThread();
            if (GeneratedCalls.areBelow()) {
                keep(explained(thrown));
            } else {
                handle(thread, explained(thrown));
            }
        } catch (Throwable exhausted) {
            strandedOn = thread;
            stranded = thrown;
        }
    }

    /** What the JDK says of an arena that was closed while a native call has it speaks of neither arenas nor calls. */
    private static Throwable explained(Throwable thrown) {
        return thrown.getClass() == IllegalStateException.class
                && String.valueOf(thrown.getMessage()).startsWith("Session is acquired by ")
                        ? new IllegalStateException(
                                "a callback cannot close an arena or library while the native call that "
                                        + "got memory or a function pointer of it still runs: close it after that call",
                                thrown)
                        : thrown;
    }

    /** An exception that nobody waits for. Never throws. */
    static void handle(Thread thread, Throwable thrown) {
        BiConsumer<? super Thread, ? super Throwable> handler = unhandled;
        try {
            if (handler == null) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
            } else {
                handler.accept(thread, thrown);
            }
        } catch (Throwable second) {
            print(thrown);
            print(second);
        }
    }

    private static void keep(Throwable thrown) {
        Throwable first = EXCEPTION.get();
        if (first == null) {
            // In this order: should the second step fail for lack of stack, a count too high does no harm.
            PENDING.incrementAndGet();
            EXCEPTION.set(thrown);
        } else if (first != thrown) {
            first.addSuppressed(thrown);
        }
    }

    /**
     * Keeps what a callback gives C from being collected once the callback has returned: the last 256 of each thread.
     * Memory that C keeps longer has to be in an arena that somebody holds.
     *
     * @param <T> its type
     * @param result a pointer, memory, or a struct with such in it
     * @return the same
     */
    public static <T extends @Nullable Object> T kept(T result) {
        GivenToC.keep(result);
        return result;
    }

    /**
     * Throws the exception that a callback left on this thread, if any, exactly as it was thrown, checked or not.
     * Generated code calls this after each native call.
     */
    public static void rethrow() {
        if (PENDING.getPlain() != 0 || stranded != null) {
            rethrowOfThisThread();
        }
    }

    /**
     * A handle that calls C as generated code does: the exception that a callback left comes out of it, as of
     * {@link #rethrow()}.
     *
     * @param downcall a handle of the linker, with some arguments bound or not
     * @return a handle of the same type
     */
    public static MethodHandle throwing(MethodHandle downcall) {
        return HandleCalls.counted(downcall);
    }

    /** Makes native calls look for stubs to free when they return. */
    static void attract() {
        PENDING.incrementAndGet();
    }

    static void unattract() {
        PENDING.decrementAndGet();
    }

    private static void rethrowOfThisThread() {
        DeferredStubs.free();
        // Asked by threads that have none, too, while others have: an entry that stays there is cheaper than a new one.
        Throwable thrown = EXCEPTION.get();
        if (thrown != null) {
            EXCEPTION.remove();
            PENDING.decrementAndGet();
            throw AfterCall.rethrow(thrown);
        }
        thrown = stranded;
        if (thrown != null && isStrandedHere()) {
            stranded = null;
            throw AfterCall.rethrow(thrown);
        }
    }

    /**
     * Sets who gets the exceptions of callbacks that C made from a thread without a Java call below. By default that is
     * the thread's {@linkplain Thread#getUncaughtExceptionHandler() uncaught exception handler}. If the handler itself
     * throws, both exceptions are printed to the error stream, and C goes on.
     *
     * @param handler gets the thread and the exception, on that thread; it replaces the handler of all threads
     */
    public static void onUnhandled(BiConsumer<? super Thread, ? super Throwable> handler) {
        unhandled = Objects.requireNonNull(handler, "handler");
    }

    private static void print(Throwable thrown) {
        try {
            thrown.printStackTrace();
        } catch (Throwable impossible) {
            // The exception's own methods throw: there is nobody left to tell, and C must not see it.
        }
    }
}
