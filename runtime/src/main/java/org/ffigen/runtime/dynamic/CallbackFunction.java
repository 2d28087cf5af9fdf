package org.ffigen.runtime.dynamic;

import org.jspecify.annotations.Nullable;

/** Java code that C calls. C may call it on any thread. */
@FunctionalInterface
public interface CallbackFunction {
    /**
     * Called by C.
     *
     * @param arguments as {@link NativeType} says; structs are copies, addresses have no bounds
     * @return what suits the result's type, as for an argument; an address must be native memory that stays, bytes
     *         on the Java heap are copied to such
     * @throws Throwable anything: C gets zero, and it comes out of the Java call that led here
     */
    @Nullable
    Object call(@Nullable Object[] arguments) throws Throwable;
}
