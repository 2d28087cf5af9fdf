package org.ffigen.java;

import java.util.List;

/**
 * The instances of a library that can be closed: its functions and variables as members of an object. What one class
 * file cannot hold is in superclasses.
 *
 * @param instance the class of the instances, which is this one or a subclass
 * @param base the superclass that has more of the functions; empty without one
 * @param subclass the class that inherits these members; empty if this is the class of the instances
 * @param owner the library's class, which holds the shapes
 * @param header what {@code @NativeBinding} names
 * @param library the library's name for the loader
 * @param symbols the fields with the addresses of this instance
 */
public record InstanceClass(String name, String instance, String base, String subclass, String owner,
        List<String> doc, String header, String library,
        List<LibraryClass.Symbol> symbols, List<LibraryClass.Variable> variables,
        List<LibraryClass.Function> functions) implements JavaFile {}
