package org.ffigen.java;

import java.util.List;

/**
 * A function pointer's type.
 *
 * @param library the library class, which holds the shapes
 * @param call the shape of the call
 * @param descriptor the expression of its descriptor, or of the text that stands for it
 * @param parameters of {@code apply}
 * @param callParameters of {@code call}, after the pointer
 * @param rawParameters what C passes, such as {@code MemorySegment a}
 * @param fromRaw for each raw parameter, the expression that makes the parameter
 * @param carrier what C is given back; {@code void} for nothing
 * @param kept whether what C is given has to be kept from being collected
 * @param toRaw the expression over {@code result} that C is given
 * @param valueType the Java type of what the user gives C: what {@code apply} returns, or is said for after an exception
 * @param scratch whether a call from Java needs call-scoped temporaries
 * @param arguments a call from Java: expressions over the parameters
 * @param after statements after a call from Java
 * @param resultType the Java type of what {@code call} returns
 * @param fromResult a call from Java: the expression of its result, over {@code $}, what the call gives; just that for
 *        void
 */
public record CallbackInterface(String name, List<String> doc, String library, String call, String descriptor,
        List<Parameter> parameters, List<Parameter> callParameters, List<Parameter> rawParameters,
        List<String> fromRaw, String carrier, boolean kept, String toRaw, String valueType, boolean scratch,
        List<String> arguments, List<String> after, String resultType, String fromResult) implements JavaFile {

    /** One that has nothing to do after a call from Java. */
    public CallbackInterface(String name, List<String> doc, String library, String call, String descriptor,
            List<Parameter> parameters, List<Parameter> callParameters, List<Parameter> rawParameters,
            List<String> fromRaw, String carrier, String toRaw, String valueType, boolean scratch,
            List<String> arguments, String resultType, String fromResult) {
        this(name, doc, library, call, descriptor, parameters, callParameters, rawParameters, fromRaw, carrier, false,
                toRaw, valueType, scratch, arguments, List.of(), resultType, fromResult);
    }
}
