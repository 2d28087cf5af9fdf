package org.ffigen.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.ffigen.cli.ExitCode;
import org.ffigen.cli.Main;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that once gave Java that does not compile, or none: what comes out compiles without a warning. */
class HostileHeadersTest {

    @ParameterizedTest
    @MethodSource
    void what_comes_out_compiles_without_a_warning(String header, String expected, @TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("hostile.h"), header);
        Path out = folder.resolve("out");

        generate(file, out);

        assertThat(compile(out, folder.resolve("classes"))).isEmpty();
        assertThat(text(out)).contains(expected);
    }

    static Stream<List<String>> headers() {
        return Stream.of(
                List.of("extern union { int i; float f; } u; extern struct { int x; } s[2];", "class U_Type "),
                List.of("void foo(int (*cb)(int x)); void Foo(double (*cb)(double y));", "interface Foo_Cb_ "),
                List.of("struct " + "n".repeat(300) + " { int x; }; void f(struct " + "n".repeat(300) + " *p);",
                        "(int x)"),
                List.of("int " + "*".repeat(64) + "f(int x);", "MemorySegment f(int x)"),
                List.of("int " + "*".repeat(5000) + "f(void); int g(int x);", "int g(int x)"),
                List.of("typedef int t0;" + IntStream.range(0, 6_000)
                        .mapToObj(i -> "typedef t" + i + " t" + (i + 1) + ";")
                        .collect(Collectors.joining()) + "int f(t6000 x);", "int f(int x)"),
                List.of("typedef int t0;" + IntStream.range(0, 2_000)
                        .mapToObj(i -> "typedef t" + i + " *t" + (i + 1) + ";")
                        .collect(Collectors.joining()) + "int f(t2000 x);", "int f(MemorySegment x)"),
                List.of("typedef int (*cb)(int); void f(cb *out); struct s { cb all[2][3]; };",
                        "PointerRef<FunctionPointer<Cb>> all()"),
                List.of("enum { M_A, M_MAX };\n#define M_MAX (M_MAX - 1)\n", "int M_MAX = 0;"),
                List.of("enum { M_A, M_MAX };\n#define M_MAX \"text\"\n", "String M_MAX = \"text\";"),
                List.of("enum { M_A, M_MAX };\n#define M_MAX M_MAX\n", "<code>enum { M_MAX = 1 }</code>"),
                List.of("enum { Call_V = 2 }; void f(void);", "int Call_V_ = 2;"),
                List.of("int x\u00b7y(void); struct COM\u00b9 { int a; int b\u00b7c; }; enum e\u00b7f { A\u00b7B, CD };"
                        + "void g(struct COM\u00b9 *p, int q\u00b7r, void (*c\u00b7b)(int), enum e\u00b7f e);",
                        "int x_u00b7y()"),
                List.of("struct point { int x; }; struct Point$Ptr { int y; }; enum kk { A, B }; struct Kk$Known { int a; };"
                        + "struct n { struct { int a$b; } in$ner; }; int f$x(int (*cb$)(int a$)); enum kk of(void);",
                        "record N_In_ner(int a$b)"),
                List.of("#define TEXT \"" + "x".repeat(65_534) + "\"\n#define LONGER TEXT \"x\"\nint f(int x);",
                        "String TEXT"),
                List.of("enum many {" + IntStream.range(0, 25_000)
                        .mapToObj(i -> "M_" + i + " = " + i * 100_000L)
                        .collect(Collectors.joining(",")) + "}; void f(enum many many);",
                        "class Many extends ManyPart1 "),
                List.of("int _(int _); int __(int __);", "LIBRARY.function(\"__\")"),
                List.of("extern int v __asm__(\"v\\\"w\");", "LIBRARY.variable(\"v\\\"w\""),
                List.of("struct String { int x; }; struct Object { struct String *s; }; struct Ptr { int get, wait, at; };",
                        "record Ptr_(int get_, int wait_, int at_)"),
                List.of("struct p { int x; }; struct q { struct p offset, segment; int value; }; void f(struct q q);",
                        ".set(value.offset())"),
                List.of("struct grid { int count; int rows[][1000000000]; };", "4, 4000000000L, length"),
                List.of("struct far { char room[300000000]; unsigned bit : 3; };", "2400000000L"),
                List.of("#define ADDRESS 1\n#define JAVA_INT 2\n#define Scratch 3\nint f(int x);",
                        "int JAVA_INT_ = 2;"),
                List.of("#define STATIC ((void (*)(void *)) 0)\n#define LAST ((void *) -1)\nint f(int x);",
                        "MemorySegment LAST = MemorySegment.ofAddress(-1L)"),
                List.of("#define LONG \"" + "x".repeat(70_000) + "\"\nint f(int x);", "int f(int x)"),
                List.of("extern const int table[3]; extern const struct p { int x; } origin;",
                        "new P.Ptr(segment.asSlice(0, 4).asReadOnly())"),
                List.of("typedef const struct p { int x; } fixed; extern fixed origin;",
                        "new P.Ptr(segment.asSlice(0, 4).asReadOnly())"),
                List.of("struct port { volatile unsigned mode; const volatile struct { int in; }; };",
                        "<code>const volatile int in</code>"),
                List.of("struct q { int x; }; void f(const char *restrict const a, volatile struct q *b, const volatile"
                        + " void *c, void (*volatile *d)(int));",
                        "void f(const char *restrict a, volatile struct q *b, const volatile void *c, "
                                + "void (*volatile *d)(int))"),
                List.of("typedef const char letter; int length(letter *text);", "int length(@Nullable String text)"),
                List.of(IntStream.range(0, 14_000)
                        .mapToObj(i -> "#define M" + i + " " + i + "\nint f" + i + "(int x);\n")
                        .collect(Collectors.joining()), "abstract class HostileLibraryPart5 "),
                List.of("struct huge { char head[1]; void *far[4294967296]; int last; }; extern const struct huge h;",
                        "super(address, 34359738384L)"),
                List.of("struct registers { " + IntStream.range(0, 1_600)
                        .mapToObj(i -> "unsigned r" + i + "_a_long_name_as_generated_headers_have_it : 1;")
                        .collect(Collectors.joining()) + " }; void use(struct registers *r);", "\"1400 more\""),
                List.of("struct w { _Atomic struct {} e; int x; }; struct v { _Atomic union {} u[2]; }; void f(struct w *w, struct v *v);",
                        "class W extends TypedPointer<W> "),
                List.of("enum big { " + IntStream.range(0, 4000).mapToObj(i -> "B" + i).collect(Collectors.joining(","))
                        + " }; enum big next(enum big b);", "public static final int B3999 = 3999;"));
    }

    static Stream<Arguments> what_comes_out_compiles_without_a_warning() {
        return headers().map(h -> Arguments.of(h.get(0), h.get(1)));
    }

    private static void generate(Path header, Path out) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
        ExitCode exit = Main.run(List.of("--header", header.toString(), "--out", out.toString()), log, log,
                header.getParent(), System.getenv());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
    }

    private static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of("--release", "22", "-Xlint:all,-path", "-Xdoclint:all,-missing", "-Werror",
                    "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            javac.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java(sources)))
                    .call();
        }
        return messages.toString();
    }

    private static String text(Path sources) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : java(sources)) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private static List<Path> java(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
