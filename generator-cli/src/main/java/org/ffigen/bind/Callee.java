package org.ffigen.bind;

/**
 * What a generated method calls.
 *
 * @param address the expression of its address, such as {@code Symbols_0.midpoint}
 * @param library the field of the library it is in: {@code LIBRARY} or {@code SHIMS}
 * @param name what messages call it: C's name, also of what is called through a shim
 */
record Callee(String address, String library, String name) {}
