package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.io.TempDir;

/** Each place a library can come from, on Linux. */
class LibrarySourceTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void the_first_soname_that_loads_is_taken() {
        try (ClosableLibrary library = open(LibrarySource.anyOf("libm.so.99", "libm.so.6"))) {
            assertThat(library.has("cos")).isTrue();
            assertThat(library.origin()).startsWith("libm.so.6");
            assertThat(library.name()).isEqualTo("libm.so.99");
        }
    }

    @Test
    void a_file_is_taken_by_its_path() throws IOException {
        try (ClosableLibrary library = open(LibrarySource.file(answer("liba.so", 1)))) {
            assertThat(library.has("answer_1")).isTrue();
        }
    }

    @Test
    void a_second_source_is_tried_when_the_first_leads_nowhere_and_all_failures_are_told() throws IOException {
        LibrarySource absent = LibrarySource.file(folder.resolve("absent.so"));
        try (ClosableLibrary library = open(absent.or(LibrarySource.file(answer("libb.so", 2))))) {
            assertThat(library.has("answer_2")).isTrue();
        }
        assertThatThrownBy(() -> open(absent.or(LibrarySource.anyOf("libnone.so.7"))))
                .isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContainingAll("absent.so: no such file",
                        "libnone.so.7 as the dynamic loader finds it: cannot open shared object file");
    }

    @Test
    void a_source_for_another_system_is_not_used_here() {
        LibrarySource here = LibrarySource.named("m");

        assertThat(here.onWindows(LibrarySource.named("w")).onMac(LibrarySource.named("x")).name()).isEqualTo("m");
    }

    @Test
    void the_processes_own_symbols_need_no_file() {
        try (ClosableLibrary library = open(LibrarySource.system())) {
            assertThat(library.has("strlen")).isTrue();
        }
    }

    @Test
    void a_library_in_a_jar_is_copied_to_a_folder_of_the_user_alone() throws IOException {
        System.setProperty("ffigen.extract.dir", folder.resolve("copies").toString());
        try (ClosableLibrary library = open(LibrarySource.resource(inJar(answer("libj.so", 3))))) {
            assertThat(library.has("answer_3")).isTrue();
            assertThat(library.name()).isEqualTo("j");
            Path copies = onlyFileIn(folder.resolve("copies"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copies))).isEqualTo("rwx------");
            assertThat(onlyFileIn(copies)).hasFileName("libj.so");
            assertThat(library.origin()).contains("libs.jar!/native/linux-x86_64/libj.so", copies.toString());
        }
    }

    @Test
    void a_resource_is_named_by_target_and_file_and_replaced_by_the_property_of_its_name() throws IOException {
        LibrarySource absent = LibrarySource.resource(LibrarySourceTest.class, "/native/{target}/{file:foo}");
        assertThat(absent.name()).isEqualTo("foo");
        assertThatThrownBy(() -> open(absent)).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining("/native/" + Platform.CURRENT.target() + "/libfoo.so: no such resource");

        System.setProperty("ffigen.library.foo", answer("libother.so", 4).toString());
        try (ClosableLibrary library = open(absent)) {
            assertThat(library.has("answer_4")).isTrue();
        }
    }

    @Test
    void a_resource_has_the_name_of_its_file_whatever_characters_that_has() throws IOException {
        URL url = inJar(answer("libmy l\u00f6b+1.so", 7));
        assertThat(url.toString()).contains("my%20l");
        LibrarySource source = LibrarySource.resource(url);
        assertThat(source.name()).isEqualTo("my l\u00f6b+1");

        System.setProperty("ffigen.deny", "my l\u00f6b+1");
        assertThatThrownBy(() -> open(source)).isInstanceOf(LibraryDeniedException.class);
        System.clearProperty("ffigen.deny");
        try (ClosableLibrary library = open(source)) {
            assertThat(library.has("answer_7")).isTrue();
        }
        System.setProperty("ffigen.library.my l\u00f6b+1", answer("libother.so", 8).toString());
        try (ClosableLibrary library = open(source)) {
            assertThat(library.has("answer_8")).isTrue();
        }
    }

    @Test
    void a_copy_that_cannot_be_made_or_mapped_is_made_elsewhere() throws IOException {
        // A file where a folder should be stands for a place that cannot be used.
        System.setProperty("java.io.tmpdir", Files.createFile(folder.resolve("no-folder")).toString());
        System.setProperty("user.home", Files.createDirectory(folder.resolve("home")).toString());
        try (ClosableLibrary library = open(LibrarySource.resource(inJar(answer("libk.so", 5))))) {
            assertThat(library.has("answer_5")).isTrue();
        }
    }

    @Test
    void copies_are_gone_when_the_process_has_ended() throws IOException {
        Path copies = folder.resolve("copies");
        Child child = Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Dffigen.extract.dir=" + copies,
                "-cp", System.getProperty("java.class.path"), CopyUser.class.getName(),
                inJar(answer("libl.so", 6)).toString()));

        assertThat(child.output()).contains("1 copy");
        assertThat(child.exitCode()).isZero();
        assertThat(copies).isEmptyDirectory();
    }

    @Test
    void a_copy_is_gone_when_the_library_is_closed_or_refused() throws IOException {
        Path copies = folder.resolve("copies");
        System.setProperty("ffigen.extract.dir", copies.toString());
        LibrarySource source = LibrarySource.resource(inJar(answer("libr.so", 10)));
        int left = ExtractedCopy.left();
        for (int i = 0; i < 20; i++) {
            open(source).close();
        }
        assertThatThrownBy(() -> open(source.pinned("0".repeat(64)))).isInstanceOf(LibraryDeniedException.class);
        Path text = Files.writeString(folder.resolve("libtext.so"), "no library");
        assertThatThrownBy(() -> open(LibrarySource.resource(text.toUri().toURL())))
                .isInstanceOf(NativeLibraryNotFoundError.class);

        assertThat(copies).isEmptyDirectory();
        assertThat(ExtractedCopy.left()).isEqualTo(left);
    }

    /** Opens the library at the URL in its argument. */
    static final class CopyUser {
        private CopyUser() {
        }

        public static void main(String[] arguments) throws IOException {
            LibrarySource source = LibrarySource.resource(URI.create(arguments[0]).toURL());
            NativeLibrary library = NativeLibrary.from(MethodHandles.lookup(), source, RuntimeVersion.API);
            if (library.has("answer_6")) {
                try (Stream<Path> copies = Files.list(Path.of(System.getProperty("ffigen.extract.dir")))) {
                    System.out.println(copies.count() + " copy");
                }
            }
        }
    }

    @Test
    void a_pinned_library_is_opened_only_with_that_content() throws IOException {
        Path file = answer("libp.so", 7);
        LibrarySource source = LibrarySource.file(file);
        try (ClosableLibrary library = open(source.pinned(FileDigest.of(file)))) {
            assertThat(library.has("answer_7")).isTrue();
        }
        String wrong = "0".repeat(64);
        assertThatThrownBy(() -> open(source.pinned(wrong))).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContainingAll(file.toString(), FileDigest.of(file), wrong);
        assertThatThrownBy(() -> source.pinned("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pinned_file_is_not_opened_while_the_one_that_had_its_path_is(boolean kept) throws IOException {
        Path file = answer("libnew.so", 1);
        Path newer = answer("libnewer.so", 2);
        LibrarySource source = LibrarySource.file(file).pinned(FileDigest.of(newer));
        try (ClosableLibrary old = open(LibrarySource.file(file))) {
            if (kept) {
                Files.move(file, folder.resolve("libnew.so.old"));
            }
            Files.move(newer, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            assertThatThrownBy(() -> open(source)).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("an older file of that path open");
            assertThat(old.has("answer_1")).isTrue();
        }
        try (ClosableLibrary library = open(source)) {
            assertThat(library.has("answer_2")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pinned_file_is_not_opened_while_the_loader_keeps_one_that_had_its_path_though_it_is_closed(boolean moved)
            throws IOException {
        Path file = CLibrary.compile("int kept(void) { return 1; }\n", folder.resolve("libkept.so"),
                "-Wl,-z,nodelete");
        open(LibrarySource.file(file)).close();

        assertOlderIsFound(file, moved);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pinned_file_is_not_opened_while_others_have_one_open_that_had_its_path(boolean moved) throws IOException {
        Path file = answer("libothers.so", 1);
        new NativeAccess(MethodHandles.lookup()).load(file.toString());

        assertOlderIsFound(file, moved);
    }

    private void assertOlderIsFound(Path file, boolean moved) throws IOException {
        if (moved) {
            Files.move(file, folder.resolve("lib.so.old"));
        }
        Path newer = answer("libnewer.so", 2);
        Files.move(newer, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        LibrarySource pinned = LibrarySource.file(file).pinned(FileDigest.of(file));
        assertThatThrownBy(() -> open(pinned)).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("an older file of that path open");
        Path elsewhere = Files.copy(file, folder.resolve("libelsewhere.so"));
        try (ClosableLibrary library = open(LibrarySource.file(elsewhere).pinned(FileDigest.of(file)))) {
            assertThat(library.has("answer_2")).isTrue();
        }
    }

    @Test
    void a_pinned_file_is_opened_again_and_by_a_hard_link_while_it_is_open() throws IOException {
        Path file = answer("libtwice.so", 1);
        Path link = Files.createLink(folder.resolve("libhard.so"), file);
        try (ClosableLibrary first = open(LibrarySource.file(file))) {
            for (Path again : List.of(file, link)) {
                try (ClosableLibrary second = open(LibrarySource.file(again).pinned(FileDigest.of(file)))) {
                    assertThat(second.function("answer_1").address())
                            .isEqualTo(first.function("answer_1").address());
                }
            }
        }
    }

    @Test
    void what_is_no_file_cannot_be_the_pinned_one() {
        assertThatThrownBy(() -> open(LibrarySource.system().pinned("0".repeat(64))))
                .isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("is pinned to a file's SHA-256");
    }

    @Test
    void a_file_must_be_the_one_that_the_program_and_the_user_pin() throws IOException {
        Path file = answer("libboth.so", 8);
        System.setProperty("ffigen.sha256." + file, "0".repeat(64));
        try {
            assertThatThrownBy(() -> open(LibrarySource.file(file).pinned(FileDigest.of(file))))
                    .isInstanceOf(LibraryDeniedException.class);
        } finally {
            System.clearProperty("ffigen.sha256." + file);
        }
    }

    @Test
    void a_library_can_be_pinned_from_outside_and_then_its_file_is_looked_up() {
        System.setProperty("ffigen.sha256.libm.so.6", "0".repeat(64));

        assertThatThrownBy(() -> open(LibrarySource.anyOf("libm.so.6"))).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("libm.so.6 is not the one that was pinned");
    }

    @Test
    void a_pin_from_outside_holds_for_every_name_of_the_file() throws IOException {
        Path file = answer("libq.so", 9);
        Path link = Files.createSymbolicLink(folder.resolve("libalias.so"), file);
        List<LibrarySource> ways = List.of(LibrarySource.file(file), LibrarySource.named(file.toString()),
                LibrarySource.anyOf(file.toString()), LibrarySource.file(link),
                LibrarySource.named("none").or(LibrarySource.file(file)), LibrarySource.resource(inJar(file)));
        for (String name : List.of("q", "libq.so")) {
            System.setProperty("ffigen.sha256." + name, "0".repeat(64));
            for (LibrarySource way : ways) {
                assertThatThrownBy(() -> open(way)).as("%s as %s", way, name)
                        .isInstanceOf(LibraryDeniedException.class)
                        .hasMessageContaining("is not the one that was pinned");
            }
            System.setProperty("ffigen.sha256." + name, FileDigest.of(file));
            for (LibrarySource way : ways) {
                open(way).close();
            }
            System.clearProperty("ffigen.sha256." + name);
        }
    }

    @Test
    void a_pin_from_outside_holds_for_a_file_by_the_name_of_a_link_beside_it() throws IOException {
        Path file = answer("libv.so.1.2", 11);
        Files.createSymbolicLink(folder.resolve("libv.so.1"), file);
        Path link = Files.createSymbolicLink(folder.resolve("libv.so"), file);

        System.setProperty("ffigen.sha256.libv.so.1", "0".repeat(64));
        for (Path way : List.of(file, link)) {
            assertThatThrownBy(() -> open(LibrarySource.file(way))).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("is not the one that was pinned");
        }
        System.setProperty("ffigen.sha256.libv.so.1", FileDigest.of(file));
        open(LibrarySource.file(link)).close();
    }

    @Test
    void a_library_of_a_jar_that_is_refused_is_named_by_its_place_in_the_jar() throws IOException {
        URL url = inJar(answer("libjarred.so", 10));
        assertThatThrownBy(() -> open(LibrarySource.resource(url).pinned("0".repeat(64))))
                .isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("the library " + url + " (copied to ");
        System.setProperty("ffigen.allow", "other");
        try {
            assertThatThrownBy(() -> open(LibrarySource.resource(url))).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("does not allow the library " + url + " (copied to ")
                    .hasMessageEndingWith("to allow it, add the name jarred there");
            System.setProperty("ffigen.allow", "jarred");
            open(LibrarySource.resource(url)).close();
            System.setProperty("ffigen.deny", "jarred");
            assertThatThrownBy(() -> open(LibrarySource.resource(url)))
                    .hasMessageContaining("denies the library " + url + " (copied to ");
        } finally {
            System.clearProperty("ffigen.allow");
            System.clearProperty("ffigen.deny");
        }
    }

    @Test
    void an_alternative_that_is_pinned_under_its_own_name_is_looked_up_as_a_file() {
        System.setProperty("ffigen.sha256.m", "0".repeat(64));
        for (LibrarySource way : List.of(LibrarySource.anyOf("libm.so.6"),
                LibrarySource.named("none").or(LibrarySource.named("m")))) {
            assertThatThrownBy(() -> open(way)).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("is not the one that was pinned");
        }
    }

    @Test
    void one_version_of_a_symbol_can_be_asked_for() {
        try (ClosableLibrary library = open(LibrarySource.anyOf("libc.so.6"))) {
            assertThat(library.has("memcpy@GLIBC_2.2.5")).isTrue();
            assertThat(library.function("memcpy@@GLIBC_2.14").address())
                    .isNotEqualTo(library.function("memcpy@GLIBC_2.2.5").address());
            assertThat(library.has("memcpy@GLIBC_99")).isFalse();
            for (String nothing : new String[]{"memcpy@", "memcpy@@", "@GLIBC_2.2.5", "@@GLIBC_2.14", "@", "@@"}) {
                assertThat(library.has(nothing)).as(nothing).isFalse();
            }
        }
    }

    private Path answer(String file, int number) throws IOException {
        return CLibrary.compile("int answer_" + number + "(void) { return " + number + "; }\n",
                folder.resolve(file));
    }

    private URL inJar(Path library) throws IOException {
        Path jar = folder.resolve("libs.jar");
        String entry = "native/linux-x86_64/" + library.getFileName();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            Files.copy(library, out);
        }
        return URI.create("jar:" + jar.toUri() + "!" + Path.of("/" + entry).toUri().getRawPath()).toURL();
    }

    private static Path onlyFileIn(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static ClosableLibrary open(LibrarySource source) {
        return ClosableLibrary.open(MethodHandles.lookup(), source);
    }
}
