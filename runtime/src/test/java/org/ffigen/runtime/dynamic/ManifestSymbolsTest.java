package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.NativeAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library opened with the manifest that ffigen wrote for its header, without generated code. */
class ManifestSymbolsTest {
    private static final Path FIXTURES = Path.of("../headers-fixtures");

    @TempDir
    Path folder;

    @Test
    void the_reviewed_manifest_of_a_fixture_opens_its_library() throws IOException {
        String manifest = Files.readString(FIXTURES.resolve("expected/point/point.ffigen.json"));
        String source = Files.readString(FIXTURES.resolve("c/point.c"));
        Files.copy(FIXTURES.resolve("headers/point.h"), folder.resolve("point.h"));
        Path library = CLibrary.compile(source, folder.resolve("libpoint.so"));
        Ffi ffi = Ffi.of(MethodHandles.lookup());

        try (DynamicLibrary point = ffi.open(library.toString(), SymbolTable.ofManifest(manifest))) {
            MemorySegment middle = (MemorySegment) point.function("point_midpoint")
                    .call(List.of(0, 0), new int[]{10, 4});
            assertThat(middle.toArray(ValueLayout.JAVA_INT)).containsExactly(5, 2);
            int[] moved = {1, 2};
            point.function("point_move").call(moved, 10, -2);
            assertThat(moved).containsExactly(11, 0);
        }
    }

    @Test
    void the_table_of_this_platform_is_taken_where_targets_differ() {
        String entry = "{\"f\": {\"parameters\": [], \"result\": \"%s\"}}";
        String both = "{\"symbols\": {\"" + NativeAccess.target() + "\": " + entry.formatted("i64") + ", \"other\": "
                + entry.formatted("i32") + "}}";
        assertThat(SymbolTable.ofManifest(both).entries()).containsEntry("f",
                new SymbolDefinition.Function(Signature.of(NativeType.I64), null, false, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymbolTable.ofManifest("{\"symbols\": {\"other\": {}}}"))
                .withMessageContainingAll("[other]", NativeAccess.target());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymbolTable.ofManifest("{\"schemaVersion\": \"2.0\", \"symbols\": {\"*\": {}}}"))
                .withMessageContaining("schemaVersion is 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> SymbolTable.ofManifest("{}"))
                .withMessageContaining("\"symbols\"");
    }
}
