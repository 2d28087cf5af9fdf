package org.ffigen.config;

/**
 * A type whose pointers have an end.
 *
 * @param type its C name, or its id
 * @param close the C function that frees what a pointer points to
 */
public record HandleRule(Given type, Given close) {}
