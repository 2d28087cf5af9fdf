package org.ffigen.runtime;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.stream.Stream;

/** Looks for generated calls to C on the current thread's stack. Safe for any thread. */
final class GeneratedCalls {
    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final String ADAPTER = "upcall";
    private static volatile boolean prepared;

    private GeneratedCalls() {
    }

    /**
     * Loads all that {@link #areBelow} needs. Loading it first when a stack is exhausted would fail, and a class that
     * failed to load is lost for good.
     */
    static void prepare() {
        if (!prepared) {
            areBelow();
            prepared = true;
        }
    }

    /**
     * Whether a generated call is below the callback's adapter that leads here, so that an exception can come out of
     * it: one that somebody waits for, unlike a nonblocking one. When the stack cannot be walked (it or the heap is exhausted) that is assumed: such a thread has Java below.
     */
    static boolean areBelow() {
        try {
            return HandleCalls.areBelow() || WALKER.walk(GeneratedCalls::areIn);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            return true;
        }
    }

    /** Whether a generated call is anywhere on this thread's stack. */
    static boolean callIsBelow() {
        return HandleCalls.areBelow() || WALKER.walk(frames -> frames.anyMatch(GeneratedCalls::isCall));
    }

    /** Whether C is anywhere below on this thread's stack, having called back. */
    static boolean adapterIsBelow() {
        return WALKER.walk(frames -> frames.anyMatch(GeneratedCalls::isAdapter));
    }

    /** Whether nothing but C is below the callback that is being entered or left. */
    static boolean nothingIsBelow() {
        return WALKER.walk(frames -> frames.allMatch(GeneratedCalls::isGuard));
    }

    /** Whether C started this thread: at its bottom is a callback, maybe one that is being entered or left. */
    static boolean isThreadOfC() {
        return WALKER.walk(GeneratedCalls::endInCallback);
    }

    private static boolean endInCallback(Stream<StackFrame> frames) {
        boolean callback = false;
        for (Iterator<StackFrame> each = frames.iterator(); each.hasNext();) {
            StackFrame frame = each.next();
            callback = isAdapter(frame) || isGuard(frame);
        }
        return callback;
    }

    /** What is above the adapter of a callback that is entered or left. */
    private static boolean isGuard(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type == GeneratedCalls.class || type == DeferredStubs.class || type == StubGuard.class
                || type == Callback.class;
    }

    private static boolean areIn(Stream<StackFrame> frames) {
        boolean met = false;
        for (Iterator<StackFrame> below = frames.dropWhile(GeneratedCalls::isOurs).skip(1).iterator(); below
                .hasNext();) {
            StackFrame frame = below.next();
            if (isAdapter(frame) && met) {
                return true;
            }
            if (Nonblocking.isEndOf(frame.getDeclaringClass(), frame.getMethodName())) {
                return false;
            }
            met |= isCall(frame);
        }
        return met;
    }

    private static boolean isOurs(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type == GeneratedCalls.class || type == Upcalls.class;
    }

    private static boolean isCall(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return !isAdapter(frame) && (isBinding(type) || isBinding(type.getNestHost()));
    }

    private static boolean isAdapter(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type.isInterface() && frame.getMethodName().equals(ADAPTER)
                && (isBinding(type) || isBinding(type.getNestHost()));
    }

    private static boolean isBinding(Class<?> type) {
        return type.isAnnotationPresent(NativeBinding.class);
    }
}
