package org.ffigen.runtime;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Calls to C by method handles that stand for generated code. No frame of ours is on the stack below C then, so they are
 * counted. Safe for any thread.
 */
final class HandleCalls {
    /** How many of this thread have begun and not ended. */
    private static final class Ongoing {
        private int calls;
    }

    private static final ThreadLocal<@Nullable Ongoing> OF_THREAD = new ThreadLocal<>();

    /** Apart, because few programs call by handles. */
    private static final class Handles {
        static final MethodHandle ENTER;
        static final MethodHandle LEAVE;

        static {
            MethodHandles.Lookup own = MethodHandles.lookup();
            try {
                ENTER = own.findStatic(HandleCalls.class, "enter", methodType(Ongoing.class));
                LEAVE = own.findStatic(HandleCalls.class, "leave",
                        methodType(void.class, Throwable.class, Ongoing.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    private HandleCalls() {
    }

    /** Whether one is anywhere on this thread's stack. */
    static boolean areBelow() {
        Ongoing ongoing = OF_THREAD.get();
        return ongoing != null && ongoing.calls > 0;
    }

    /** A handle of the same type that counts its calls, and throws what a callback threw. */
    static MethodHandle counted(MethodHandle downcall) {
        MethodHandle run = MethodHandles.dropArguments(downcall, 0, Ongoing.class);
        run = MethodHandles.tryFinally(run, leave(downcall.type().returnType()));
        return MethodHandles.foldArguments(run, Handles.ENTER);
    }

    private static MethodHandle leave(Class<?> result) {
        if (result == void.class) {
            return Handles.LEAVE;
        }
        MethodHandle same = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
        same = MethodHandles.dropArguments(same, 2, Ongoing.class);
        return MethodHandles.foldArguments(same, MethodHandles.dropArguments(Handles.LEAVE, 1, result));
    }

    @SuppressWarnings("unused") // called by the handle above, as the next
    private static Ongoing enter() {
        Ongoing ongoing = OF_THREAD.get();
        if (ongoing == null) {
            ongoing = new Ongoing();
            OF_THREAD.set(ongoing);
        }
        ongoing.calls++;
        return ongoing;
    }

    @SuppressWarnings("unused")
    private static void leave(@Nullable Throwable thrown, Ongoing ongoing) {
        ongoing.calls--;
        if (thrown == null) {
            Upcalls.rethrow();
        }
    }
}
