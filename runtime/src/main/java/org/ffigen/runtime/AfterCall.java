package org.ffigen.runtime;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown last on a thread when C had returned already: what a callback had thrown meanwhile, or what a judge of
 * the result says. Of all else that a call throws, C may never have been entered. For the thread of the call.
 */
final class AfterCall {
    private static final ThreadLocal<@Nullable AfterCall> LAST = new ThreadLocal<>();

    private final WeakReference<Throwable> thrown;
    private final boolean ofCallback;
    /** What C gave, of what nobody gets: it is freed already, or Java had it before. */
    private List<Long> lost;

    private AfterCall(Throwable thrown, boolean ofCallback, long result) {
        this.thrown = new WeakReference<>(thrown);
        this.ofCallback = ofCallback;
        this.lost = result == 0 ? List.of() : List.of(result);
    }

    /** A judge refuses what C gave. */
    static void judged(Throwable thrown) {
        judged(thrown, 0);
    }

    /** @param result the address that C gave, of what nobody gets; 0 for none */
    static void judged(Throwable thrown, long result) {
        LAST.set(new AfterCall(thrown, false, result));
    }

    /** What was thrown last is what it was, whatever has been thrown and caught meanwhile. */
    static void goOn(@Nullable AfterCall call) {
        if (call != null) {
            LAST.set(call);
        }
    }

    /** Throws what a callback threw, as it is. Never returns. */
    static RuntimeException rethrow(Throwable thrown) {
        ofCallback(thrown);
        throw Throwables.<RuntimeException>rethrow(thrown);
    }

    static void ofCallback(Throwable thrown) {
        ofCallback(thrown, 0);
    }

    /** @param result the address that C gave, of what nobody gets; 0 for none */
    static void ofCallback(Throwable thrown, long result) {
        try {
            LAST.set(new AfterCall(thrown, true, result));
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            // What the callback threw says more.
            return;
        }
    }

    /** The call that threw this; another for each call, also if they throw the same. Null if C was not entered. */
    static @Nullable AfterCall of(Throwable thrown) {
        AfterCall last = LAST.get();
        return last != null && last.thrown.refersTo(thrown) ? last : null;
    }

    /** Nobody gets what C gave at a place. */
    void loses(long address) {
        lost = Stream.concat(lost.stream(), Stream.of(address)).toList();
    }

    /** Whether C gave this already, as its result or at another place, and it was lost. */
    boolean hasLost(OwnedPointer<?> handle) {
        return lost.contains(handle.address());
    }

    static boolean isOfCallback(Throwable thrown) {
        AfterCall call = of(thrown);
        return call != null && call.ofCallback;
    }
}
