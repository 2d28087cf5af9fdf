/**
 * Calls C without generating anything: a library is opened with a table of its symbols, given in code or as JSON, in
 * the words that {@code Deno.dlopen} uses. {@link org.ffigen.runtime.dynamic.Ffi} is where to start.
 *
 * <p>
 * Arguments are checked when a function is called, not when Java is compiled: use generated bindings where a header can
 * be had at build time.
 */
@NullMarked
package org.ffigen.runtime.dynamic;

import org.jspecify.annotations.NullMarked;
