package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.FILE;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.I8;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U8;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.runtime.MissingSymbolError;
import org.ffigen.runtime.NativeLibraryNotFoundError;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolDefinition;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases A: what cannot be loaded or declared. */
class A_LoadingTest {
    private static final SymbolTable NOTHING = SymbolTable.builder().build();

    @TempDir
    Path folder;

    @Test
    void A1_a_file_that_is_no_library_is_refused_with_its_path_and_the_loaders_reason() {
        assertThatThrownBy(() -> FFI.open("/etc/passwd", NOTHING)).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContainingAll("/etc/passwd", "invalid ELF header");
    }

    @Test
    void A2_a_missing_file_is_named_with_the_loaders_reason() {
        assertThatThrownBy(() -> FFI.open("/nowhere/libx.so", NOTHING))
                .isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContainingAll("/nowhere/libx.so", "cannot open shared object file");
    }

    @Test
    void A3_a_missing_function_is_named_and_the_library_not_left_open() throws IOException {
        Path copy = Files.copy(FILE, folder.resolve("libcopy-a3.so"));
        assertThatThrownBy(() -> FFI.open(copy.toString(), SymbolTable.builder().function("none", VOID).build()))
                .isInstanceOf(MissingSymbolError.class)
                .hasMessageContainingAll("'none'", copy.toString(), "undefined symbol: none");
        assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libcopy-a3.so");
    }

    @Test
    void A4_a_missing_variable_is_named() {
        assertThatThrownBy(() -> CasesLibrary.open(SymbolTable.builder().variable("none", U32).build()))
                .isInstanceOf(MissingSymbolError.class)
                .hasMessageContaining("undefined symbol: none");
    }

    @Test
    void A5_A6_what_is_optional_may_be_missing() {
        SymbolTable table = SymbolTable.builder()
                .optional("none", VOID)
                .optional("add_u32", U32, U32, U32)
                .add("nothing", new SymbolDefinition.Variable(U32, null, true))
                .build();
        try (DynamicLibrary library = CasesLibrary.open(table)) {
            assertThat(library.findFunction("none")).isEmpty();
            assertThat(library.findFunction("add_u32")).isPresent();
            assertThat(library.findVariable("nothing")).isEmpty();
            assertThatThrownBy(() -> library.function("none")).isInstanceOf(MissingSymbolError.class);
            assertThatThrownBy(() -> library.variable("nothing")).isInstanceOf(MissingSymbolError.class);
        }
    }

    @Test
    void A7_a_missing_nonblocking_function_is_empty_too() {
        SymbolTable table = SymbolTable.parse("""
                {"none": {"parameters": [], "result": "void", "nonblocking": true, "optional": true}}""");
        try (DynamicLibrary library = CasesLibrary.open(table)) {
            assertThat(library.findFunction("none")).isEmpty();
        }
    }

    @Test
    void A8_a_struct_needs_a_field() {
        assertThatIllegalArgumentException().isThrownBy(NativeType::struct).withMessageContaining("at least one field");
        for (String empty : new String[]{"{\"parameters\": [], \"result\": {\"struct\": []}}",
                "{\"parameters\": [{\"struct\": []}], \"result\": \"void\"}",
                "{\"parameters\": [{\"struct\": [{\"struct\": []}]}], \"result\": \"void\"}"}) {
            refused(empty, "at least one field");
        }
    }

    @Test
    void A9_an_unknown_type_is_refused_with_the_list_of_types() {
        refused("{\"parameters\": [\"int\"], \"result\": \"void\"}",
                "unknown type 'int'; the types are i8, u8, i16, u16, i32, u32, i64, u64, isize, usize, f32, f64, bool, "
                        + "pointer, buffer, function, void");
    }

    @Test
    void A10_missing_parameters_are_missed() {
        refused("{\"result\": \"void\"}", "missing field `parameters`");
        refused("{\"parameters\": []}", "missing field `result`");
    }

    @Test
    void A11_null_is_no_table_and_no_entry() {
        assertThatThrownBy(() -> FFI.open(FILE.toString(), null)).isInstanceOf(NullPointerException.class)
                .hasMessage("symbols");
        assertThatIllegalArgumentException().isThrownBy(() -> SymbolTable.parse("null"));
        refused("null", "is an object, not null");
        assertThatThrownBy(() -> SymbolTable.builder().add("x", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void A12_a_variable_is_neither_void_nor_a_struct() {
        refused("{\"type\": \"void\"}", "a variable cannot be void");
        refused("{\"type\": {\"struct\": [\"u8\"]}}", "a variable cannot be {struct: [u8]}");
    }

    @Test
    void A13_a_parameter_cannot_be_void() {
        refused("{\"parameters\": [\"void\"], \"result\": \"void\"}", "parameter 1 is void");
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(VOID, I32, VOID));
        assertThatIllegalArgumentException().isThrownBy(() -> NativeType.struct(VOID));
    }

    /** A type is an immutable value and JSON a tree: neither can contain itself. What is left is depth. */
    @Test
    void A14_a_type_cannot_contain_itself_and_a_bottomless_one_is_refused_without_overflow() {
        String deep = "{\"struct\": [".repeat(100_000) + "\"u8\"" + "]}".repeat(100_000);
        refused("{\"parameters\": [" + deep + "], \"result\": \"void\"}", "levels");
    }

    @Test
    void A15_unknown_keys_of_an_entry_are_ignored_in_a_table_as_in_a_manifest() {
        String entries = """
                {"add_u32": {"parameters": ["u32", "u32"], "result": "u32", "doc": "adds", "names": ["a", "b"]},
                 "static_u32": {"type": "u32", "doc": {"since": 1}}}""";
        for (SymbolTable table : List.of(SymbolTable.parse(entries),
                SymbolTable.ofManifest("{\"symbols\": {\"*\": " + entries + "}}"))) {
            try (DynamicLibrary library = CasesLibrary.open(table)) {
                assertThat(library.function("add_u32").call(1, 2)).isEqualTo(3L);
                assertThat(library.variable("static_u32")).isEqualTo(42L);
            }
        }
    }

    @Test
    void A16_unknown_keys_inside_a_struct_are_refused() {
        refused("{\"parameters\": [{\"struct\": [\"u8\"], \"name\": \"s\"}], \"result\": \"void\"}",
                "a struct type has the one key `struct`");
    }

    @Test
    void A17_a_key_type_makes_an_entry_a_variable() {
        SymbolTable table = SymbolTable.parse("""
                {"static_u32": {"type": "u32", "parameters": [], "result": "void"}}""");
        assertThat(table.entries().get("static_u32")).isInstanceOf(SymbolDefinition.Variable.class);
    }

    @Test
    void A18_one_symbol_has_two_names_with_different_types() {
        SymbolTable table = SymbolTable.parse("""
                {"unsigned": {"name": "add_u32", "parameters": ["u32", "u32"], "result": "u32"},
                 "signed": {"name": "add_u32", "parameters": ["i32", "i32"], "result": "i32"}}""");
        try (DynamicLibrary library = CasesLibrary.open(table)) {
            assertThat(library.function("unsigned").call(4294967295L, 0)).isEqualTo(4294967295L);
            assertThat(library.function("signed").call(-1, 0)).isEqualTo(-1);
        }
    }

    @Test
    void A19_a_soname_a_relative_path_a_url_and_a_name_open() {
        String relative = Path.of("").toAbsolutePath().relativize(FILE).toString();
        SymbolTable add = SymbolTable.builder().function("add_u32", U32, U32, U32).build();
        for (String library : new String[]{relative, "./" + relative, FILE.toUri().toString()}) {
            try (DynamicLibrary opened = FFI.open(library, add)) {
                assertThat(opened.function("add_u32").call(1, 2)).as(library).isEqualTo(3L);
            }
        }
        SymbolTable abs = SymbolTable.builder().function("abs", I32, I32).build();
        for (String library : new String[]{"libc.so.6", "c"}) {
            try (DynamicLibrary opened = FFI.open(library, abs)) {
                assertThat(opened.function("abs").call(-3)).isEqualTo(3);
            }
        }
    }

    @Test
    void A20_optional_cannot_be_null_but_name_and_nonblocking_can() {
        refused("{\"parameters\": [], \"result\": \"void\", \"optional\": null}", "`optional` is true or false");
        assertThat(SymbolTable.parse("""
                {"x": {"parameters": ["u8", "i8"], "result": "void", "name": null, "nonblocking": null}}""").entries())
                .containsEntry("x", new SymbolDefinition.Function(Signature.of(VOID, U8, I8), null, false, false));
    }

    private static void refused(String entry, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> SymbolTable.parse("{\"x\": " + entry + "}"))
                .withMessageContaining(message);
    }
}
