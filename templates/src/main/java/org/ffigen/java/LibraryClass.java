package org.ffigen.java;

import java.util.List;

/**
 * The class of a header: functions, variables and constants. What one class file cannot hold is in superclasses of it,
 * which nobody names: {@code SslLibrary.SSL_new} means the same wherever it is declared.
 *
 * @param owner the class that users name, which holds the shapes and addresses: itself, except in a superclass
 * @param base the superclass; empty for none
 * @param header what {@code @NativeBinding} names
 * @param library the library's name, for the loader
 * @param shims the name of the library of shims; empty if nothing needs it
 * @param runtimeApi the runtime this code needs
 * @param results what methods give that have several results
 * @param callbacks whether an interface makes function pointers for C, with one of the calls' shapes
 */
public record LibraryClass(String name, String owner, String base, List<String> doc, String header,
        String library, String shims, String runtimeApi, List<Constant> constants, List<Variable> variables,
        List<Function> functions, List<Call> calls, boolean callbacks, List<Symbols> symbols,
        List<Result> results) implements JavaFile {

    /** A class without shims and callbacks. */
    public LibraryClass(String name, String owner, String base, List<String> doc, String header, String library,
            String runtimeApi, List<Constant> constants, List<Variable> variables, List<Function> functions,
            List<Call> calls, List<Symbols> symbols) {
        this(name, owner, base, doc, header, library, "", runtimeApi, constants, variables, functions, calls,
                false, symbols, List.of());
    }

    /** What a method gives that has several results: a nested record. */
    public record Result(List<String> doc, String name, List<Parameter> components) {}

    /** A compile-time constant: {@code public static final int Z_OK = 0;}. */
    public record Constant(List<String> doc, String type, String name, String literal) {}

    /**
     * A C variable.
     *
     * @param library the field of the library it is found in
     * @param segment the expression of its memory
     */
    public record Variable(String library, String segment, List<Accessor> accessors) {}

    /**
     * A getter of a variable, and its setter unless it is const.
     *
     * @param get over {@code segment}
     * @param set a statement over {@code segment} and {@code value}; empty if it cannot be set
     */
    public record Accessor(List<String> doc, String name, String type, String get, String setterType, String set) {}

    /**
     * A C function.
     *
     * @param values the method that converts Java values, or nothing if there is nothing to convert
     * @param call the method that calls C
     * @param async the method that calls it on another thread, or nothing
     */
    public record Function(List<ValueMethod> values, NativeMethod call, List<AsyncMethod> async) {

        /** A function that is called on the thread of its caller. */
        public Function(List<ValueMethod> values, NativeMethod call) {
            this(values, call, List.of());
        }
    }

    /**
     * A call shape: one descriptor, one handle and one method, shared by all functions and callbacks of that shape.
     *
     * @param handleType the type of the handle
     * @param descriptor the expression of its descriptor, which is kept as {@code DESCRIPTOR}; empty if it is not
     * @param handle the expression that makes it
     * @param invoke the handle's method, which takes the address and the parameters
     * @param library the field of the library whose functions are called
     * @param parameters their types, after the address
     * @param carrier what the handle gives: {@code int}, {@code MemorySegment}; {@code void} for nothing
     * @param freed whether the method takes what frees that, should a callback have thrown
     */
    public record Call(String name, String descriptor, String handleType, String handle, String invoke,
            String library, List<String> parameters, String carrier, boolean freed) {

        /** A shape whose results are not to be freed. */
        public Call(String name, String descriptor, String handleType, String handle, String invoke, String library,
                List<String> parameters, String carrier) {
            this(name, descriptor, handleType, handle, invoke, library, parameters, carrier, false);
        }

        /**
         * The shape of the library's own functions that take and give what is declared.
         *
         * @param descriptor the literal of the text that stands for the descriptor
         */
        public Call(String name, String descriptor, List<String> parameters, String carrier) {
            this(name, "", "MethodHandle", "downcallHandle(" + descriptor + ")", "invokeExact", "LIBRARY",
                    parameters, carrier);
        }
    }

    /**
     * The addresses of a few dozen functions and variables; looked up when the first of them is used.
     *
     * @param library the field of the library they are in
     */
    public record Symbols(String name, String library, List<Symbol> entries) {

        /** Symbols of the library itself. */
        public Symbols(String name, List<Symbol> entries) {
            this(name, "LIBRARY", entries);
        }
    }

    /**
     * The address of a function, or the memory of a variable.
     *
     * @param size of a variable in bytes, an expression; empty of a function
     */
    public record Symbol(String field, String symbolName, String size) {

        /** A function's. */
        public Symbol(String field, String symbolName) {
            this(field, symbolName, "");
        }
    }
}
