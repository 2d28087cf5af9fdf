package org.ffigen.java;

/** A parameter of a generated method: {@code int count}. */
public record Parameter(String type, String name) {}
