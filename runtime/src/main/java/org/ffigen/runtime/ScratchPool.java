package org.ffigen.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The stacks of virtual threads. There may be millions of those, so none keeps a stack: it borrows one when it opens
 * its first scratch, finds the same one for nested scratches, and gives it back when the last is closed.
 *
 * <p>
 * Safe for any thread: the stacks are spread over stripes by the thread's id, and each stripe is guarded by its lock,
 * which is held for a few instructions only.
 */
final class ScratchPool {
    private static final int STRIPES = Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 8;
    private static final int KEPT_PER_STRIPE = 8;
    private static final Stripe[] TABLE = new Stripe[STRIPES];

    static {
        for (int i = 0; i < STRIPES; i++) {
            TABLE[i] = new Stripe();
        }
    }

    private ScratchPool() {
    }

    static ScratchStack borrow(Thread thread) {
        return TABLE[(int) thread.threadId() & (STRIPES - 1)].borrow(thread);
    }

    /** Some of the stacks: those in use, and a few spare ones; the garbage collector frees the others. */
    static final class Stripe {
        private @Nullable ScratchStack used;
        private @Nullable ScratchStack spare;
        private int spares;

        synchronized ScratchStack borrow(Thread thread) {
            for (ScratchStack stack = used; stack != null; stack = stack.next) {
                if (stack.owner() == thread) {
                    return stack;
                }
            }
            ScratchStack stack = take();
            stack.ownedBy(thread);
            stack.next = used;
            used = stack;
            return stack;
        }

        private ScratchStack take() {
            ScratchStack stack = spare;
            if (stack == null) {
                return new ScratchStack(this);
            }
            spare = stack.next;
            spares--;
            return stack;
        }

        synchronized void giveBack(ScratchStack stack) {
            unlink(stack);
            stack.ownedBy(null);
            if (spares < KEPT_PER_STRIPE) {
                stack.next = spare;
                spare = stack;
                spares++;
            } else {
                stack.next = null;
            }
        }

        private void unlink(ScratchStack stack) {
            ScratchStack before = used;
            if (before == stack) {
                used = stack.next;
                return;
            }
            while (before != null && before.next != stack) {
                before = before.next;
            }
            if (before != null) {
                before.next = stack.next;
            }
        }
    }
}
