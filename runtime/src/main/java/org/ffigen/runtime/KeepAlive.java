package org.ffigen.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the virtual machine from ending while callbacks are wanted: a thread that is no daemon waits as long as anybody
 * holds on. Safe for any thread.
 */
final class KeepAlive {
    private static final Object LOCK = new Object();
    private static int holders;
    private static @Nullable Thread waiter;

    private KeepAlive() {
    }

    static void hold() {
        synchronized (LOCK) {
            if (waiter == null) {
                // Counted only afterwards: if no thread can be had, this holds nothing, and the next one tries again.
                Thread thread = ServiceThreads.of("ffigen-keep-alive", KeepAlive::await);
                thread.start();
                waiter = thread;
            }
            holders++;
        }
    }

    static void release(int count) {
        synchronized (LOCK) {
            holders -= count;
            LOCK.notifyAll();
        }
    }

    private static void await() {
        synchronized (LOCK) {
            while (holders > 0) {
                try {
                    LOCK.wait();
                } catch (InterruptedException ignored) {
                    // Only release() ends the wait.
                    continue;
                }
            }
            waiter = null;
        }
    }
}
