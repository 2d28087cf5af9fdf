package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.manifest.ManifestWriter;
import org.ffigen.select.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every libclang reads the same out of a header: those of the system, and the one of the Maven artifact. */
class ClangVersionsTest {

    /** One of everything that clang's versions spell or expose in their own ways. */
    private static final String HEADER = """
            #include <stddef.h>
            #include <stdint.h>
            #include <stdio.h>
            #include <sys/types.h>
            #include <time.h>
            #define CALLBACK(name) (*name)
            #define NORETURN _Noreturn
            typedef struct { int x; struct { union { int a; float b; }; } in[2]; } named_t;
            typedef struct { int x; } *handle;
            struct named_t { int tag; };
            struct s {
                enum { S_A, S_B } kind;
                struct { unsigned bits : 3, : 0, more : 9; };
                void CALLBACK(run)(int code); /**< Runs. */
                double _Complex c; max_align_t aligned;
                int (*cb)(int code, void (*nested)(char c));
            };
            /** Doc. */
            named_t f(struct named_t *a, handle h, FILE *file, off_t at, va_list_t *_Nullable va, size_t n);
            NORETURN void die(const char *why);
            void bcopy(const void *a, void *b, size_t n);
            int renamed(void) __asm__("renamed_2");
            _BitInt(17) odd(float __attribute__((vector_size(16))) v, _Float16 half);
            #define TEXT "nul\\0in\\377 \\x41" "42"
            #define SIZE sizeof(struct s)
            #define BROKEN (1
            #define die_again die
            #define positive positive
            #define ENUM_ITSELF ENUM_ITSELF
            /** Is it? */
            int positive(int number);
            enum itself { ENUM_ITSELF, /**< Me. */ ENUM_OTHER };
            #define WIDE L"wide\\0\\xe9\\x4e2d" L"1"
            #define SIXTEEN u"\\U0001F600\\xd800"
            #define THIRTY_TWO U"\\U0001F600"
            #define LONG_DOUBLE_MOST __LDBL_MAX__
            #define LONG_DOUBLE 0.1L
            #define QUAD 0.1q
            #define BIG (((__int128) 1 << 100) - 1)
            #define HALF_FLOAT ((_Float16) 1.5)
            static const unsigned long long FIXED = ~0ULL;
            static const char FIXED_TEXT[8] = "fixed";
            void *filled(void *a, int *b) __attribute__((nonnull(1), returns_nonnull));
            typedef struct { int x; } widely __attribute__((aligned(64)));
            widely *wide_one(widely *w __attribute__((nonnull)));
            #define LINE __LINE__
            enum events { EVENT_IN = 1, EVENT_EDGE = 1u << 31 };
            #define EVENT_IN EVENT_IN
            #define EVENT_EDGE ((EVENT_EDGE))
            struct hidden *hidden(void);
            #define HIDDEN_IS_INT _Generic(hidden()->kind, int: 1, default: 0)
            """.replace("va_list_t", "wchar_t");

    @TempDir
    Path temp;

    @Test
    void all_versions_give_the_same_model() throws Exception {
        Files.writeString(temp.resolve("test.h"), HEADER);
        Map<String, String> manifests = new LinkedHashMap<>();
        for (LibclangInstallation libclang : installed()) {
            manifests.put(libclang.library().toString(), manifest(libclang));
        }

        assertThat(manifests).hasSizeGreaterThanOrEqualTo(2);
        String first = manifests.values().iterator().next();
        assertThat(first).contains("\"struct:named_t.#typedef\"", "\"Runs.\"", "\"noreturn\": true", "\"renamed_2\"");
        assertThat(manifests).allSatisfy((libclang, manifest) -> assertThat(manifest).as(libclang).isEqualTo(first));
    }

    private static List<LibclangInstallation> installed() throws Exception {
        LibclangLocator.Options options = LibclangLocator.Options.of(System.getenv(), System.out::println);
        List<LibclangInstallation> found = new ArrayList<>(List.of(LibclangLocator.bundled(options)));
        for (int version = 16; version <= 30; version++) {
            Path folder = Path.of("/usr/lib/llvm-" + version + "/lib");
            if (hasLibclang(folder)) {
                found.add(new LibclangLocator(options.withExplicit(folder)).locate());
            }
        }
        return found;
    }

    private static boolean hasLibclang(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.getFileName().toString().matches("libclang(-\\d+)?\\.so.*"));
        }
    }

    /** A process of its own, because a process can load one libclang only. */
    private String manifest(LibclangInstallation libclang) throws Exception {
        Path out = temp.resolve("manifest.json");
        Files.deleteIfExists(out);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                WriteManifest.class.getName(), libclang.library().toString(), libclang.resourceDirectory().toString(),
                temp.toString()).redirectErrorStream(true).redirectOutput(new File(temp.toFile(), "log")).start();
        assertThat(process.waitFor()).as(() -> read(temp.resolve("log"))).isZero();
        return Files.readString(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Writes the manifest of {@code test.h} in a folder with a given libclang. */
    static final class WriteManifest {

        private WriteManifest() {
        }

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[2]);
            LibclangInstallation libclang = new LibclangInstallation(Path.of(arguments[0]), Path.of(arguments[1]),
                    "test");
            ParsedHeaders parsed = new HeaderParser(libclang).parse(
                    new ParseRequest("test", List.of("test.h"), List.of(), List.of(), folder), new Diagnostics());
            Files.writeString(folder.resolve("manifest.json"), ManifestWriter.write(Selection.apply(parsed.api())));
            Path moved = Path.of("/proc/self/cwd");
            if (Files.exists(moved) && !Files.isSameFile(moved, Path.of(System.getProperty("user.dir")))) {
                throw new IllegalStateException("libclang has moved the process to " + moved.toRealPath());
            }
        }
    }
}
