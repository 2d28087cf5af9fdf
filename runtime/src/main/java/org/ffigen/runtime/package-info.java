/**
 * The classes generated bindings stand on: pointers, call-scoped memory, library loading and callbacks.
 *
 * <p>
 * Bindings reach native code with their own native access: each passes its {@link java.lang.invoke.MethodHandles#lookup
 * lookup} to {@link org.ffigen.runtime.NativeLibrary#named}, and restricted methods are called through it.
 */
@NullMarked
package org.ffigen.runtime;

import org.jspecify.annotations.NullMarked;
