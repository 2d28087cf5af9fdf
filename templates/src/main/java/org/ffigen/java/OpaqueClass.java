package org.ffigen.java;

import java.util.List;

/** A type only the library can look inside: a typed pointer. */
public record OpaqueClass(String name, List<String> doc) implements JavaFile {}
