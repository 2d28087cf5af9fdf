package org.ffigen.parse;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clang defines itself and is no constant of the headers: it tells of the place, the time or the compiler. */
final class CompilerMacros {

    /** What has another value at each place or time it is used. */
    static final Set<String> CONTEXT = Set.of("__LINE__", "__FILE__", "__FILE_NAME__", "__COUNTER__",
            "__DATE__", "__TIME__", "__TIMESTAMP__", "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__",
            "__INCLUDE_LEVEL__", "__BASE_FILE__", "__pragma", "__builtin_LINE", "__builtin_FILE",
            "__builtin_FILE_NAME", "__builtin_FUNCTION", "__builtin_FUNCSIG", "__builtin_COLUMN",
            "__builtin_source_location");

    /** What differs from one machine or run to the next. */
    private static final Set<String> VARYING = Set.of("__FILE__", "__BASE_FILE__", "__builtin_FILE", "__DATE__",
            "__TIME__",
            "__TIMESTAMP__", "__COUNTER__");

    private static final List<String> PLACES = List.of("__LINE__", "__FILE__", "__FILE_NAME__", "__COUNTER__",
            "__DATE__", "__TIME__", "__TIMESTAMP__", "__INCLUDE_LEVEL__", "__BASE_FILE__");
    /** Each version of each compiler answers in its own way. */
    private static final List<String> COMPILER = List.of("__VERSION__", "__clang__", "__clang_major__",
            "__clang_minor__", "__clang_patchlevel__", "__clang_version__", "__clang_literal_encoding__",
            "__clang_wide_literal_encoding__", "__llvm__", "__GXX_ABI_VERSION", "__has_builtin", "__has_attribute",
            "__has_c_attribute", "__has_cpp_attribute", "__has_declspec_attribute", "__has_extension", "__has_feature",
            "__has_include", "__has_include_next", "__has_warning", "__has_embed", "__is_identifier",
            "__building_module");
    private static final Set<String> ALL = Stream.of(CONTEXT, PLACES, COMPILER)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** What gcc defines, and clang from 19 or 20 on. */
    static final String OF_GCC = Stream
            .concat(Stream.of("INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64", "INTMAX",
                    "UINTMAX")
                    .map("#ifndef __%1$s_C\n#define __%1$s_C(c) ffigen_paste(c, __%1$s_C_SUFFIX__)\n#endif\n"::formatted),
                    Stream.of("FLT", "DBL", "LDBL")
                            .map("#ifndef __%1$s_NORM_MAX__\n#define __%1$s_NORM_MAX__ __%1$s_MAX__\n#endif\n"::formatted))
            .collect(Collectors.joining("", "#define ffigen_paste_(a, b) a##b\n"
                    + "#define ffigen_paste(a, b) ffigen_paste_(a, b)\n", ""));

    private CompilerMacros() {
    }

    /** The names of macros, of the compiler's and of these, whose value differs from one machine or run to the next. */
    static Set<String> varying(Collection<MacroDefinition> macros) {
        Set<String> varying = new HashSet<>(VARYING);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (MacroDefinition macro : macros) {
                if (!varying.contains(macro.name()) && macro.body().stream().anyMatch(varying::contains)) {
                    grows |= varying.add(macro.name());
                }
            }
        }
        return varying;
    }

    /** Whether one of these tokens has another value at each place or time, or with each compiler. */
    static boolean isAmong(Set<String> tokens) {
        return !Collections.disjoint(ALL, tokens);
    }

    /**
     * Lines that undefine them behind the headers, so that a macro whose expansion reaches one is no expression. Pragmas
     * are nothing there: what they change would be changed for all macros that are asked for behind.
     *
     * @param own the macros of the headers: what these define themselves stays
     */
    static String undefined(Set<String> own) {
        return Stream.of(PLACES, COMPILER)
                .flatMap(List::stream)
                .filter(name -> !own.contains(name))
                .map("#undef %s\n"::formatted)
                .collect(Collectors.joining("", "", "#undef _Pragma\n#define _Pragma(...)\n"));
    }
}
