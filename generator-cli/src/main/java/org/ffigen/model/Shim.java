package org.ffigen.model;

/**
 * A C function that ffigen writes to reach what cannot be called: an inline function, a macro, a thread-local variable,
 * a value the foreign linker refuses.
 *
 * @param library the name the dynamic loader knows the library of shims by
 * @param symbol its name there
 * @param type its own type: what cannot travel by value goes through pointers
 */
public record Shim(String library, String symbol, FunctionType type) {}
