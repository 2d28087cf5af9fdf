package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * What clang says it is where headers are written for gcc. By itself it claims to be gcc 4.2.1 of 2007, and the C library
 * then declares less, and other things, than to the compiler of the system: no {@code _Float128}, and other values of
 * {@code __HAVE_FLOAT128} and its kind. Version 7 is the first that has these types, and the last whose headers ask for
 * nothing that clang lacks: from 11 on they give {@code __malloc__} arguments, which clang refuses.
 */
final class GnuCompiler {

    private static final String VERSION_OPTION = "-fgnuc-version=";

    private GnuCompiler() {
    }

    /** The arguments; none where the user says what clang claims to be, and where gcc is not the system's compiler. */
    static List<String> arguments(String triple, List<String> given) {
        if (!triple.contains("-linux-gnu") || given.stream().anyMatch(a -> a.startsWith(VERSION_OPTION))) {
            return List.of();
        }
        boolean ownQuad = triple.startsWith("x86_64") || triple.matches("i.86-.*") || triple.startsWith("powerpc");
        List<String> arguments = new ArrayList<>(List.of(VERSION_OPTION + "7.5.0"));
        // Keywords of gcc 7, for types that clang has under other names.
        arguments.addAll(List.of("-D_Float32=float", "-D_Float32x=double", "-D_Float64=double",
                "-D_Float64x=long double", "-D_Float128=" + (ownQuad ? "__float128" : "long double")));
        return arguments;
    }
}
