package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The artifact itself, from the local Maven repository (or a download, where the build has not put it there). */
class RealArtifactTest {
    @TempDir
    Path cache;

    /** Prints what the library named by the argument calls itself. */
    static final class PrintVersion {
        public static void main(String[] arguments) throws Exception {
            System.out.println(ClangVersionQuery.text(Path.of(arguments[0])));
        }
    }

    @Test
    void extracts_and_libclang_answers_with_its_version() throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(CacheDirectory.VARIABLE, cache.toString());

        LibclangInstallation libclang = LibclangLocator
                .bundled(LibclangLocator.Options.of(environment, System.out::println));

        assertThat(libclang.library()).startsWith(cache);
        assertThat(libclang.resourceDirectory().resolve("include/stddef.h")).isNotEmptyFile();
        assertThat(libclang.resourceDirectory().resolve("include/immintrin.h")).isNotEmptyFile();
        assertThat(libclang.includeDirectory().resolve("clang-c/Index.h")).isNotEmptyFile();
        try (ChildJvm child = new ChildJvm(PrintVersion.class, libclang.library().toString())) {
            assertThat(child.finish()).last().asString().contains("clang version " + LibclangArtifact.LLVM_VERSION);
        }
        LibclangInstallation again = LibclangLocator
                .bundled(LibclangLocator.Options.of(environment, System.out::println));
        assertThat(again.origin()).isEqualTo("cache");
    }
}
