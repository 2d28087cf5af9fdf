package org.ffigen.runtime.dynamic;

import org.ffigen.runtime.ClosableLibrary;

/** Keeps a library loaded while it is called: closing refuses new calls, the last running one unloads. Thread-safe. */
final class Lifetime {
    private final ClosableLibrary library;
    private long calls;
    private boolean closed;

    Lifetime(ClosableLibrary library) {
        this.library = library;
    }

    synchronized void enter() {
        throwIfClosed();
        calls++;
    }

    void exit() {
        boolean last;
        synchronized (this) {
            calls--;
            last = closed && calls == 0;
        }
        if (last) {
            library.close();
        }
    }

    void close() {
        boolean unused;
        synchronized (this) {
            throwIfClosed();
            closed = true;
            unused = calls == 0;
        }
        if (unused) {
            library.close();
        }
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    private void throwIfClosed() {
        if (closed) {
            throw new IllegalStateException("the library '" + library.name() + "' is closed");
        }
    }
}
