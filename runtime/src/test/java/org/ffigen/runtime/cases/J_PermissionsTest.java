package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.FILE;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.ffigen.runtime.Child;
import org.ffigen.runtime.LibraryDeniedException;
import org.ffigen.runtime.LibraryPolicy;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases J: who may do what. The JVM decides on native access as such, by module; the policy on libraries. */
class J_PermissionsTest {
    private static final SymbolTable ADD = SymbolTable.builder().function("add_i32", I32, I32, I32).build();
    private static final SymbolTable ABS = SymbolTable.builder().function("abs", I32, I32).build();
    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void J1_J9_without_native_access_nothing_works_and_the_message_says_how_to_grant_it() throws IOException {
        Child child = CaseProcess.runWith("J1", "-Dnothing=enabled");
        String advice = CasesLibrary.class.getName()
                + " needs native access: run java with --enable-native-access=ALL-UNNAMED";
        assertThat(child.output()).contains("open: " + advice, "callback: " + advice, "view: " + advice,
                "function: " + advice, "view of null: " + advice).doesNotContain("works");
        assertThat(child.exitCode()).isZero();
    }

    @Test
    void J2_with_native_access_all_works() throws IOException {
        assertThat(CaseProcess.output("J2")).isEqualTo("3\n");
    }

    /** Deno refuses callbacks and addresses then; for those the JVM's own switch is the one that counts. */
    @Test
    void J3_one_file_is_allowed() {
        System.setProperty("ffigen.allow", FILE.toString());
        String relative = Path.of("").toAbsolutePath().relativize(FILE).toString();
        assertThat(opens(FILE.toString(), ADD)).isTrue();
        assertThat(opens(relative, ADD)).isTrue();
        assertThat(opens("libc.so.6", ABS)).isFalse();
        FFI.callback(Signature.of(VOID), arguments -> null).close();
    }

    @Test
    void J4_a_folder_allows_all_below_it() {
        System.setProperty("ffigen.allow", FILE.getParent().getParent().toString());
        assertThat(opens(FILE.toString(), ADD)).isTrue();
        assertThat(opens("libc.so.6", ABS)).isFalse();
    }

    /** Deno resolves a bare soname against the working directory then; here the loader's folders are searched. */
    @Test
    void J5_with_paths_in_the_policy_a_soname_is_looked_up_and_checked_as_a_file() throws IOException {
        Path libc = Path.of("/lib/x86_64-linux-gnu/libc.so.6").toRealPath();
        System.setProperty("ffigen.allow", FILE + "," + libc);
        assertThat(opens("libc.so.6", ABS)).isTrue();
        System.setProperty("ffigen.deny", libc.toString());
        assertThat(opens("libc.so.6", ABS)).isFalse();
        assertThat(opens(FILE.toString(), ADD)).isTrue();
    }

    @Test
    void J6_deny_wins() {
        System.setProperty("ffigen.deny", FILE.toString());
        assertThat(opens(FILE.toString(), ADD)).isFalse();
        assertThat(opens("libc.so.6", ABS)).isTrue();
        System.setProperty("ffigen.allow", FILE.toString());
        assertThat(opens(FILE.toString(), ADD)).isFalse();
    }

    /** Nobody is asked in between, so there are two answers. */
    @Test
    void J7_the_policy_can_be_asked() {
        System.setProperty("ffigen.allow", FILE.toString());
        assertThat(LibraryPolicy.current().allows(FILE)).isTrue();
        assertThat(LibraryPolicy.current().allows(Path.of("/lib/other.so"))).isFalse();
    }

    @Test
    void J8_what_is_open_stays_open_when_the_policy_changes() {
        try (DynamicLibrary library = CasesLibrary.open(ADD)) {
            System.setProperty("ffigen.deny", FILE.toString());
            assertThat(library.function("add_i32").call(1, 2)).isEqualTo(3);
            assertThatThrownBy(() -> CasesLibrary.open(ADD)).isInstanceOf(LibraryDeniedException.class);
        }
    }

    private static boolean opens(String library, SymbolTable table) {
        try (DynamicLibrary opened = FFI.open(library, table)) {
            return opened.isOpen();
        } catch (LibraryDeniedException denied) {
            assertThat(denied).hasMessageContaining("-Dffigen.");
            return false;
        }
    }
}
