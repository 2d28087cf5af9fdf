package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @TempDir
    Path folder;

    @BeforeEach
    void only_our_folders() {
        System.setProperty("java.library.path", folder.resolve("java").toString());
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void the_property_of_the_library_comes_first() throws IOException {
        library("path/libseek.so", 2);
        System.setProperty("ffigen.library.path", folder.resolve("path").toString());
        System.setProperty("ffigen.library.seek", library("own/other.so", 1).toString());

        assertThat(found("seek")).isEqualTo("seek_1");
    }

    @Test
    void a_property_that_names_no_library_is_an_error_and_nothing_else_is_tried() throws IOException {
        library("path/libseek.so", 2);
        System.setProperty("ffigen.library.path", folder.resolve("path").toString());
        System.setProperty("ffigen.library.seek", folder.resolve("none.so").toString());

        assertThatThrownBy(() -> open("seek").has("x")).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining("-Dffigen.library.seek=")
                .hasMessageContaining("none.so: no such file")
                .hasMessageNotContaining("libseek.so");
    }

    @Test
    void a_property_without_a_value_is_refused_instead_of_taken_for_the_program_itself() {
        System.setProperty("ffigen.library.seek", "");
        assertThatThrownBy(() -> open("seek").has("strlen")).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("-Dffigen.library.seek= is empty");

        assertThatThrownBy(() -> ClosableLibrary.open(MethodHandles.lookup(), LibrarySource.anyOf("")))
                .isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining("a library without a name");
    }

    @Test
    void the_property_may_name_a_file_for_the_dynamic_loader() {
        System.setProperty("ffigen.library.seek", "libm.so.6");

        assertThat(open("seek").has("cos")).isTrue();
    }

    @Test
    void folders_are_searched_in_order_ours_before_javas() throws IOException {
        library("java/libseek.so", 3);
        assertThat(found("seek")).isEqualTo("seek_3");

        library("second/libseek.so", 2);
        System.setProperty("ffigen.library.path",
                folder.resolve("first") + File.pathSeparator + folder.resolve("second"));
        assertThat(found("seek")).isEqualTo("seek_2");

        library("first/libseek.so", 1);
        assertThat(found("seek")).isEqualTo("seek_1");
    }

    @Test
    void a_file_that_is_no_library_is_passed_over_and_named_with_the_loaders_reason() throws IOException {
        Path broken = Files.writeString(Files.createDirectory(folder.resolve("first")).resolve("libseek.so"),
                "this is text, not a library, and long enough to be read as the header of one .......");
        System.setProperty("ffigen.library.path", folder.resolve("first").toString());

        assertThatThrownBy(() -> open("seek").has("x")).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining(broken + ": invalid ELF header");

        library("java/libseek.so", 3);
        assertThat(found("seek")).isEqualTo("seek_3");
    }

    @Test
    void a_library_whose_own_dependency_is_missing_says_which() throws IOException {
        Path dependency = library("needs/libneeded.so", 9);
        Path library = folder.resolve("needs/libseek.so");
        Child gcc = Child.run(java.util.List.of("gcc", "-shared", "-Wl,--no-as-needed", "-o", library.toString(),
                dependency.toString()));
        assertThat(gcc.exitCode()).as(gcc.output()).isZero();
        Files.delete(dependency);

        assertThatThrownBy(() -> open(library.toString()).has("x")).isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining("libneeded.so: cannot open shared object file");
    }

    @Test
    void the_dynamic_loader_finds_a_library_installed_with_its_version_only() {
        assertThat(open("c").has("strlen")).isTrue();
        assertThat(open("m").has("cos")).isTrue();
        assertThat(open("stdc++").has("__cxa_throw")).isTrue();
    }

    @Test
    void a_path_is_tried_alone() throws IOException {
        Path library = library("any/name.of-a-library", 5);

        assertThat(open(library.toString()).has("seek_5")).isTrue();
        assertThatThrownBy(() -> open(folder.resolve("absent.so").toString()).has("x"))
                .isInstanceOf(NativeLibraryNotFoundError.class)
                .hasMessageContaining("absent.so: no such file")
                .hasMessageNotContaining("ffigen.library.path");
    }

    @Test
    void symbols_of_a_library_loaded_by_java_are_found_last() throws IOException {
        assertThat(catchThrowable(() -> open("unfound").has("seek_6"))).isInstanceOf(NativeLibraryNotFoundError.class);

        load(library("loaded/libsomething.so", 6));
        NativeLibrary library = open("unfound");
        assertThat(library.function("seek_6").address()).isNotZero();
        assertThat(library.has("seek_7")).isFalse();
        assertThat(library.variable("seek_7", 4).address()).isZero();
    }

    @SuppressWarnings("restricted")
    private static void load(Path library) {
        System.load(library.toString());
    }

    @Test
    void the_platforms_own_symbols_are_found_under_system() {
        NativeLibrary system = open("system");

        assertThat(system.has("strlen")).isTrue();
        assertThat(system.variable("no_such_symbol", 1).address()).isZero();
    }

    @Test
    void the_error_lists_every_place_in_order() {
        System.setProperty("ffigen.library.path", folder.resolve("ours").toString());
        String message = catchThrowable(() -> open("seek").has("seek_symbol")).getMessage();

        assertThat(message).containsSubsequence("no library 'seek' for " + LibrarySearchTest.class.getName(),
                "-Dffigen.library.seek: not set", folder.resolve("ours/libseek.so") + ": no such file",
                folder.resolve("java/libseek.so") + ": no such file",
                "libseek.so as the dynamic loader finds it: cannot open shared object file: No such file or directory",
                "libseek.so.* in ", "/usr/lib", ": no such file", "System.loadLibrary: none has 'seek_symbol'",
                "-Dffigen.library.seek=PATH");
    }

    @Test
    void nothing_is_searched_before_a_symbol_is_asked_for() throws IOException {
        NativeLibrary early = open("seek");
        System.setProperty("ffigen.library.seek", library("late/libseek.so", 8).toString());

        assertThat(early.has("seek_8")).isTrue();
    }

    /** A library with one symbol, seek_N. */
    private Path library(String file, int number) throws IOException {
        return CLibrary.compile("int seek_" + number + "(void) { return " + number + "; }\n", folder.resolve(file));
    }

    private static NativeLibrary open(String name) {
        return NativeLibrary.named(MethodHandles.lookup(), name, RuntimeVersion.API);
    }

    private static String found(String name) {
        NativeLibrary library = open(name);
        for (int number = 1; number < 10; number++) {
            if (library.has("seek_" + number)) {
                return "seek_" + number;
            }
        }
        return "none";
    }
}
