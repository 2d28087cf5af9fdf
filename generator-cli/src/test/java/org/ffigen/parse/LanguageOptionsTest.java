package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the language after {@code --}: what they change is what they change for gcc. */
class LanguageOptionsTest {

    private static final String HEADER = """
            #include <stddef.h>
            enum small { SMALL_A = 1, SMALL_B = 200 };
            struct mixed {
                char c;
                enum small e;
                long l;
                wchar_t w;
            #ifdef EXTRA
                char extra[EXTRA];
            #endif
            };
            #define VERSION __STDC_VERSION__
            #define CHAR_IS_SIGNED ((char) -1 < 0)
            #define CHAR ((char) 200)
            #ifdef __STRICT_ANSI__
            #define STRICT 1
            #else
            #define STRICT 0
            #endif
            #ifdef unix
            #define UNIX 1
            #else
            #define UNIX 0
            #endif
            """;

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"-std=c89", "-std=c99", "-std=c11", "-std=gnu11", "-std=gnu99", "-std=c17", "-x c",
            "-fshort-enums", "-funsigned-char", "-fsigned-char", "-fshort-wchar", "-fpack-struct=2", "-DEXTRA=3",
            "-DEXTRA=3 -UEXTRA", "-std=c99 -fshort-enums -funsigned-char -DEXTRA=9"})
    void they_mean_what_they_mean_to_gcc(String line) {
        String[] options = line.split(" ");
        String version = line.contains("c89") ? "0L" : "(long) VERSION";
        List<String> truth = new Gcc(temp, options).ask("size", "%zu", "sizeof(struct mixed)")
                .ask("e", "%zu", "offsetof(struct mixed, e)")
                .ask("l", "%zu", "offsetof(struct mixed, l)")
                .ask("w", "%zu", "offsetof(struct mixed, w)")
                .ask("VERSION", "%ld", version)
                .ask("CHAR_IS_SIGNED", "%d", "CHAR_IS_SIGNED")
                .ask("CHAR", "%d", "CHAR")
                .ask("STRICT", "%d", "STRICT")
                .ask("UNIX", "%d", "UNIX")
                .answers(header());

        assertThat(answers(new HeaderFolder(temp).api(HEADER, options))).isEqualTo(truth);
    }

    @Test
    void the_target_says_what_they_change_of_it() {
        NativeApi api = new HeaderFolder(temp).api("int f(char c);", "-funsigned-char", "-fshort-wchar");

        assertThat(api.targets().values()).singleElement().satisfies(target -> {
            assertThat(target.charSigned()).isFalse();
            assertThat(target.wcharBits()).isEqualTo(16);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-m32", "-mx32", "--target=x86_64-linux-gnux32"})
    void one_that_changes_the_machine_is_refused(String option) {
        HeaderFolder folder = new HeaderFolder(temp).with("test.h", "long f(void *p);");

        assertThat(folder.problems("test.h", option)).singleElement().satisfies((Diagnostic problem) -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.INVALID_OPTION);
            assertThat(problem.message()).contains("32-bit pointers", option);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-mlong-double-64", "-mlong-double-128", "-funsigned-bitfields", "-fno-signed-bitfields",
            "-malign-double"})
    void one_that_the_bindings_cannot_follow_is_refused(String option) {
        HeaderFolder folder = new HeaderFolder(temp).with("test.h", "struct s { long double d; int bits : 3; };");

        assertThat(folder.problems("test.h", option)).singleElement().satisfies((Diagnostic problem) -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.INVALID_OPTION);
            assertThat(problem.message()).contains(option);
        });
        assertThat(folder.problems("test.h", "-mlong-double-80", "-fsigned-bitfields")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-mabi=ms", "-mno-sse", "-mno-sse2", "-msoft-float", "-mregparm=3", "-mrtd",
            "-fpcc-struct-return", "-freg-struct-return", "-fsingle-precision-constant", "-M", "-MD", "-MMD", "-MF",
            "-MFdeps", "-Wp,-MMD,x.d", "--write-dependencies", "--user-dependencies", "-MJ", "-undef", "-o", "-E", "-c",
            "-save-temps"})
    void one_that_changes_calls_or_constants_or_asks_for_output_is_refused(String option) throws IOException {
        HeaderFolder folder = new HeaderFolder(temp).with("test.h", "double f(double x);");

        assertThat(folder.problems("test.h", option)).singleElement().satisfies((Diagnostic problem) -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.INVALID_OPTION);
            assertThat(problem.message()).contains(option);
        });
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void what_gcc_packs_by_an_option_in_another_way_is_opaque() {
        NativeApi api = new HeaderFolder(temp).api("""
                struct plain { char c; int i; double d; char t[3]; };
                struct bits { char a; int b : 3; int : 0; char c; };
                struct empty_bits { char a; long : 0; char c; };
                struct aligned { char a; int b __attribute__((aligned(4))); short s; };
                struct nested { char a; struct aligned in; };
                """, "-fpack-struct=2");

        assertThat(api.all(RecordDecl.class)).extracting(record -> record.id().toString())
                .containsExactly("struct:plain");
        assertThat(api.skipped()).extracting(Skipped::code).containsOnly(SkipCode.LAYOUT_DIFFERS).hasSize(4);
    }

    @Test
    void bit_fields_as_microsoft_lays_them_out_are_opaque() {
        String header = """
                struct plain { char c; int i; };
                struct bits { int a : 3; long b : 50; char c; };
                """;

        assertThat(new HeaderFolder(temp).api(header, "-mms-bitfields").skipped()).extracting(Skipped::name)
                .containsExactly("bits");
        assertThat(new HeaderFolder(temp)
                .api(header.replace("bits", "__attribute__((ms_struct, packed)) bits"))
                .skipped()).extracting(Skipped::name).containsExactly("bits");
        assertThat(new HeaderFolder(temp).api(header).skipped()).isEmpty();
    }

    @Test
    void a_pragma_counts_wherever_it_comes_from() {
        HeaderFolder folder = new HeaderFolder(temp).with("on.h", "#pragma pack(push, 1)\n")
                .with("off.h", "#pragma pack(pop)\n")
                .with("ms.h", "#pragma ms_struct on\n")
                .with("macro.h", "#define PACKED _Pragma(\"pack(push, 1)\")\n");
        String bits = "struct bits { char a : 3; int b : 5 __attribute__((aligned(1))); };\n";

        assertThat(folder.api("#include \"on.h\"\n" + bits + "#include \"off.h\"\n").skipped())
                .extracting(Skipped::code)
                .containsExactly(SkipCode.LAYOUT_DIFFERS);
        assertThat(folder.api("#include \"ms.h\"\nstruct bits { char a : 3; int b : 5; };\n").skipped())
                .extracting(Skipped::code)
                .containsExactly(SkipCode.LAYOUT_DIFFERS);
        assertThat(folder.api("struct s { char a;\n#include \"on.h\"\nint b; };\n#include \"off.h\"\n").skipped())
                .extracting(Skipped::code)
                .containsExactly(SkipCode.LAYOUT_DIFFERS);
        assertThat(folder.api("#include \"macro.h\"\nstruct s { char a; PACKED int b; };\n#include \"off.h\"\n")
                .skipped()).extracting(Skipped::code).contains(SkipCode.LAYOUT_DIFFERS);
        assertThat(folder.api("/* gcc_struct */ struct bits { char a : 3; int b : 5; };\n").skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int b;", "\n#pragma GCC diagnostic ignored \"-Wpacked\"\nint b;\n",
            "\n#if 0\n#include \"on.h\"\n#endif\nint b;\n", "\n#include \"member.h\"\n",
            "\n#include \"members.h\"\n"})
    void a_record_has_no_doubts_that_stand_in_no_file_included_there(String members) {
        NativeApi api = pragmas().api("#if 0\n#include \"on.h\"\n#pragma pack(1)\n#endif\n"
                + "struct s { char a; " + members + "};\n");

        assertThat(api.skipped()).isEmpty();
        assertThat(api.all(RecordDecl.class)).extracting(record -> record.id().toString()).containsExactly("struct:s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on.h", "nested.h", "by_macro.h", "by_macro_of_macro.h", "by_argument.h"})
    void a_pragma_counts_in_what_the_braces_include_however_it_is_written(String included) {
        NativeApi api = pragmas().api("""
                #include "macros.h"
                struct s { char a;
                #include "%s"
                int b; };
                #include "off.h"
                struct plain { char a; int b; };
                """.formatted(included));

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .contains(tuple("s", SkipCode.LAYOUT_DIFFERS))
                .doesNotContain(tuple("plain", SkipCode.LAYOUT_DIFFERS));
    }

    private HeaderFolder pragmas() {
        return new HeaderFolder(temp).with("on.h", "#pragma pack(push, 1)\n")
                .with("off.h", "#pragma pack(pop)\n")
                .with("member.h", "int b;\n")
                .with("members.h", "#include \"member.h\"\nint c;\n")
                .with("nested.h", "#include \"inner/nested.h\"\n")
                .with("inner/nested.h", "#include \"../on.h\"\n")
                .with("macros.h", """
                        #define PACKED _Pragma("pack(push, 1)")
                        #define BEGIN_PACKED \\
                            PACKED
                        #define DO_PRAGMA(x) _Pragma(#x)
                        """)
                .with("by_macro.h", "PACKED\n")
                .with("by_macro_of_macro.h", "BEGIN_PACKED\n")
                .with("by_argument.h", "DO_PRAGMA(pack(push, 1))\n");
    }

    @Test
    void what_gcc_defines_by_itself_has_its_values() {
        List<String> names = List.of("__WCHAR_MIN__", "__SIG_ATOMIC_MIN__", "__LONG_LONG_WIDTH__", "__SCHAR_WIDTH__",
                "__STDC_IEC_559__", "__STDC_IEC_559_COMPLEX__", "__GCC_IEC_559");
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            header.append("#define M%d %s\n".formatted(i, names.get(i)));
        }
        header.append("""
                typedef __INT_FAST16_TYPE__ fast16;
                typedef __UINT_FAST32_TYPE__ fast32;
                #if __FLOAT_WORD_ORDER__ == __ORDER_LITTLE_ENDIAN__ && defined __STDC_ISO_10646__ && __WINT_MIN__ == 0
                struct order { fast16 low; fast32 high[sizeof(__SIG_ATOMIC_TYPE__)]; };
                #endif
                """);
        Gcc gcc = new Gcc(temp).ask("size", "%zu", "sizeof(struct order)");
        for (int i = 0; i < names.size(); i++) {
            gcc.ask("M" + i, "%ld", "(long) M" + i);
        }
        NativeApi api = new HeaderFolder(temp).api(header.toString());
        List<String> ours = new ArrayList<>(List.of("size="
                + ((RecordDecl) api.find(DeclId.parse("struct:order")).orElseThrow()).layout()
                        .on(api.targets().firstKey())
                        .size()));
        for (int i = 0; i < names.size(); i++) {
            ours.add("M" + i + "=" + value(api, "M" + i));
        }

        assertThat(ours).isEqualTo(gcc.answers("test.h"));
    }

    private String header() {
        new HeaderFolder(temp).with("test.h", HEADER);
        return "test.h";
    }

    private static List<String> answers(NativeApi api) {
        RecordDecl mixed = (RecordDecl) api.find(DeclId.parse("struct:mixed")).orElseThrow();
        Layout layout = mixed.layout().on(api.targets().firstKey());
        List<String> answers = new ArrayList<>(List.of("size=" + layout.size()));
        List.of("e", "l", "w").forEach(member -> answers.add(member + "=" + layout.offsets().get(member)));
        List.of("VERSION", "CHAR_IS_SIGNED", "CHAR", "STRICT", "UNIX")
                .forEach(macro -> answers.add(macro + "=" + value(api, macro)));
        return answers;
    }

    private static String value(NativeApi api, String macro) {
        return api.find(DeclId.parse("macro:" + macro))
                .map(declaration -> ((ConstantValue.IntegerValue) ((MacroConstant) declaration).value()).value()
                        .toString())
                .orElse("0");
    }
}
