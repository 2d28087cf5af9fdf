package org.ffigen.runtime.dynamic;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.ffigen.runtime.ClosableLibrary;

/**
 * Keeps a library loaded while it is called: closing refuses new calls, the last running one unloads. Calls by a handle
 * are not counted, for their speed; the library itself knows of them and cannot be closed meanwhile. Thread-safe: what
 * unloads runs without the lock, since the library's own code may then wait for threads that call it.
 */
final class Lifetime {
    private static final Runnable NOTHING = () -> {
    };

    private final ClosableLibrary library;
    private long calls;
    private volatile boolean closed;
    /** Whether all counted calls of the closed library have ended, so that the last one by a handle unloads it. */
    private volatile boolean waits;

    Lifetime(ClosableLibrary library) {
        this.library = library;
    }

    synchronized void enter() {
        throwIfClosed();
        calls++;
    }

    void exit() {
        ended().run();
    }

    private synchronized Runnable ended() {
        calls--;
        return closed && calls == 0 ? shut() : NOTHING;
    }

    /** What makes of a function's address one that throws once the library is closed. */
    MethodHandle binding() {
        try {
            return MethodHandles.lookup()
                    .bind(this, "bound", methodType(MemorySegment.class, MemorySegment.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused") // called by the handle above
    private MemorySegment bound(MemorySegment address) {
        return library.pointerTo(address).segment();
    }

    /** The function, called if the library is open, and followed by what is to be done if that was closed meanwhile. */
    MethodHandle around(MethodHandle handle) {
        MethodHandles.Lookup own = MethodHandles.lookup();
        try {
            MethodHandle before = own.bind(this, "throwIfClosed", methodType(void.class));
            MethodHandle after = own.bind(this, "left", methodType(void.class));
            Class<?> result = handle.type().returnType();
            if (result != void.class) {
                after = MethodHandles.foldArguments(MethodHandles.identity(result),
                        MethodHandles.dropArguments(after, 0, result));
            }
            after = MethodHandles.dropArguments(after, 0, Throwable.class);
            return MethodHandles.foldArguments(MethodHandles.tryFinally(handle, after), before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call by a handle has ended. */
    @SuppressWarnings("unused") // called by the handle above
    private void left() {
        if (waits) {
            shut().run();
        }
    }

    /** What unloads the library, if it can be. */
    private synchronized Runnable shut() {
        // Before trying: a call by a handle that makes it fail looks here after it has ended.
        waits = true;
        Runnable unload = NOTHING;
        if (library.isOpen()) {
            try {
                unload = library.shut();
            } catch (IllegalStateException calledByHandle) {
                return NOTHING;
            }
        }
        waits = false;
        return unload;
    }

    /** Changes nothing if it throws. */
    void close() {
        closed().run();
    }

    /** As {@link #close}; nothing if it is closed already. */
    void closeIfOpen() {
        closedIfOpen().run();
    }

    private synchronized Runnable closedIfOpen() {
        return closed ? NOTHING : closed();
    }

    private synchronized Runnable closed() {
        throwIfClosed();
        Runnable unload = calls == 0 ? library.shut() : NOTHING;
        closed = true;
        return unload;
    }

    boolean isOpen() {
        return !closed;
    }

    private void throwIfClosed() {
        if (closed) {
            throw new IllegalStateException("the library '" + library.name() + "' is closed");
        }
    }
}
