package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What clang says it is where headers are written for gcc. By itself it claims to be gcc 4.2.1 of 2007, and the C library
 * then declares less, and other things, than to the compiler of the system: no {@code _Float128}, and other values of
 * {@code __HAVE_FLOAT128} and its kind. Version 7 is the first that has these types, and the last whose headers ask for
 * nothing that clang lacks: from 11 on they give {@code __malloc__} arguments, which clang refuses.
 */
final class GnuCompiler {

    private static final String VERSION_OPTION = "-fgnuc-version=";

    /** Options after which gcc claims no exact arithmetic. */
    private static final Set<String> INEXACT = Set.of("-ffast-math", "-Ofast", "-ffinite-math-only",
            "-funsafe-math-optimizations", "-fno-signed-zeros", "-freciprocal-math");

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

    /**
     * Definitions of what gcc defines, and clang does not or with another value; none where gcc is not the system's
     * compiler. They come before the user's.
     */
    static List<String> macros(String triple, List<String> given) {
        if (!triple.contains("-linux-gnu")) {
            return List.of();
        }
        List<String> macros = new ArrayList<>(List.of("-D__FLOAT_WORD_ORDER__=__BYTE_ORDER__", "-D__SCHAR_WIDTH__=8",
                "-D__LONG_LONG_WIDTH__=64", "-D__SIG_ATOMIC_TYPE__=int",
                "-D__SIG_ATOMIC_MIN__=(-__SIG_ATOMIC_MAX__ - 1)", "-D__WINT_MIN__=0U"));
        boolean unsignedWide = triple.matches("(?:aarch64|arm).*") || given.contains("-fshort-wchar");
        macros.add("-D__WCHAR_MIN__=" + (unsignedWide ? "0U" : "(-__WCHAR_MAX__ - 1)"));
        boolean exact = given.stream().noneMatch(INEXACT::contains);
        macros.addAll(List.of("-D__GCC_IEC_559=" + (exact ? 2 : 0), "-D__GCC_IEC_559_COMPLEX=" + (exact ? 2 : 0)));
        // Those of a header of the C library's that gcc includes by itself.
        if (!given.contains("-ffreestanding") && !given.contains("-nostdinc")) {
            macros.add("-D__STDC_ISO_10646__=201706L");
            macros.addAll(exact
                    ? List.of("-D__STDC_IEC_559__=1", "-D__STDC_IEC_60559_BFP__=201404L",
                            "-D__STDC_IEC_559_COMPLEX__=1",
                            "-D__STDC_IEC_60559_COMPLEX__=201404L")
                    : List.of());
        }
        for (String type : List.of("FLT", "DBL", "LDBL")) {
            macros.addAll(redefined("__" + type + "_NORM_MAX__", "__" + type + "_MAX__"));
        }
        boolean wide = triple.matches("(?:[^-]*64[^-]*|s390x)-.*")
                && !triple.matches(".*(?:gnux32|gnuabin32|gnu_ilp32)");
        for (String size : List.of("16", "32")) {
            macros.addAll(redefined("__INT_FAST" + size + "_TYPE__", wide ? "long int" : "int"));
            macros.addAll(redefined("__UINT_FAST" + size + "_TYPE__", wide ? "long unsigned int" : "unsigned int"));
            macros.addAll(redefined("__INT_FAST" + size + "_MAX__", wide ? "__LONG_MAX__" : "__INT_MAX__"));
            macros.addAll(redefined("__UINT_FAST" + size + "_MAX__",
                    wide ? "(__LONG_MAX__ * 2UL + 1)" : "(__INT_MAX__ * 2U + 1)"));
            macros.addAll(redefined("__INT_FAST" + size + "_WIDTH__", wide ? "64" : "32"));
        }
        return macros;
    }

    private static List<String> redefined(String macro, String value) {
        return List.of("-U" + macro, "-D" + macro + "=" + value);
    }
}
