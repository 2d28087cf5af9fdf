package org.ffigen.java;

import java.util.List;

/**
 * The instances of a library that can be closed: its functions and variables as members of an object.
 *
 * @param owner the library's class, which holds the shapes
 * @param header what {@code @NativeBinding} names
 * @param library the library's name for the loader
 * @param symbols the fields with the addresses of this instance
 * @param kept those of functions that are called on other threads, too, as addresses that outlast the call
 */
public record InstanceClass(String name, String owner, List<String> doc, String header, String library,
        List<LibraryClass.Symbol> symbols, List<LibraryClass.Symbol> kept, List<LibraryClass.Variable> variables,
        List<LibraryClass.Function> functions) implements JavaFile {}
