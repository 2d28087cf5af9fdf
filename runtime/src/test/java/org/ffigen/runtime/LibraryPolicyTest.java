package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryPolicyTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @TempDir
    Path folder;
    private Path library;

    @BeforeEach
    void library() throws IOException {
        folder = folder.toRealPath();
        library = CLibrary.compile("int one(void) { return 1; }\n", folder.resolve("libone.so"));
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void without_a_policy_everything_is_allowed() {
        assertThat(opens(library)).isTrue();
        assertThat(LibraryPolicy.current().allows(Path.of("/any/libx.so"))).isTrue();
    }

    @Test
    void a_file_a_folder_above_it_a_glob_and_its_names_allow_it() {
        for (String entry : new String[]{library.toString(), folder.toString(), folder + "/*.so", "/**/libone.so",
                folder.getParent() + "/*/lib?ne.so", "one", "libone.so",
                "lib*", "other, one"}) {
            allow(entry);
            assertThat(opens(library)).as(entry).isTrue();
        }
    }

    @Test
    void what_is_not_allowed_is_refused_with_what_would_allow_it() {
        allow("/nowhere,two");

        assertThatThrownBy(() -> open(library)).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContainingAll(library.toString(), "-Dffigen.allow=/nowhere,two", "the name one");
    }

    @Test
    void a_glob_is_no_folder() throws IOException {
        allow(folder + "/lib*");
        assertThat(opens(library)).isTrue();
        Path below = Files.createDirectory(folder.resolve("libs")).resolve("libone.so");
        assertThat(opens(Files.copy(library, below))).isFalse();
    }

    @Test
    void what_has_no_name_has_none_that_is_denied() {
        deny("one");
        assertThat(LibraryPolicy.current().allows(Path.of("/"))).isTrue();
    }

    @Test
    void deny_wins() {
        allow(folder.toString());
        deny("one");
        assertThatThrownBy(() -> open(library)).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContainingAll(library.toString(), "-Dffigen.deny=one");
    }

    @Test
    void an_empty_list_allows_nothing() {
        allow("");
        assertThat(opens(library)).isFalse();
    }

    @Test
    void a_link_is_allowed_by_where_it_leads_and_denied_by_either_name() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("liblink.so"), library);

        allow(elsewhere.toString());
        assertThat(opens(link)).isFalse();
        allow(library.toString());
        assertThat(opens(link)).isTrue();
        deny(elsewhere.toString());
        assertThat(opens(link)).isFalse();
        deny(library.toString());
        assertThatThrownBy(() -> open(link)).hasMessageContaining(link + " (really " + library + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "libv.so", "libv.so.1", "libv.so.1.2", "libv.so.?"})
    void a_name_holds_for_a_file_whichever_of_its_names_it_is_asked_for_by(String name) throws IOException {
        Path file = Files.move(library, folder.resolve("libv.so.1.2"));
        Path soname = Files.createSymbolicLink(folder.resolve("libv.so.1"), file.getFileName());
        Path link = Files.createSymbolicLink(folder.resolve("libv.so"), file);
        Path alias = Files.createSymbolicLink(Files.createDirectory(folder.resolve("other")).resolve("libw.so"), link);
        System.setProperty("ffigen.library.path", folder.toString());
        List<LibrarySource> ways = List.of(LibrarySource.file(file), LibrarySource.file(soname),
                LibrarySource.anyOf(link.toString()), LibrarySource.named("v"), LibrarySource.file(alias));

        for (LibrarySource way : ways) {
            deny(name);
            assertThatThrownBy(() -> open(way)).as("%s", way).isInstanceOf(LibraryDeniedException.class);
            System.clearProperty("ffigen.deny");
            allow(name);
            assertThat(catchThrowable(() -> open(way).close())).as("%s", way).isNull();
            System.clearProperty("ffigen.allow");
        }
    }

    @Test
    void a_file_is_denied_by_what_else_in_its_folder_is_the_same_file_and_by_nothing_else_there() throws IOException {
        Path hard = Files.createLink(folder.resolve("libhard.so"), library);
        Files.createSymbolicLink(folder.resolve("libsoft.so.1"), library);
        Files.copy(library, folder.resolve("libcopy.so"));

        for (String entry : List.of("hard", hard.toString(), "soft", folder + "/libsoft.so.?")) {
            deny(entry);
            assertThat(opens(library)).as(entry).isFalse();
        }
        deny("copy," + folder + "/libcopy.*");
        assertThat(opens(library)).isTrue();
    }

    @Test
    void links_in_a_circle_are_no_file() throws IOException {
        Path one = folder.resolve("libcircle.so");
        Files.createSymbolicLink(one, Files.createSymbolicLink(folder.resolve("libround.so"), one));
        deny("other");
        assertThatThrownBy(() -> open(one)).isInstanceOf(NativeLibraryNotFoundError.class);
    }

    @Test
    void a_link_that_the_loader_finds_does_not_lead_past_a_denied_name() throws IOException {
        Path alias = Files.createDirectory(folder.resolve("alias"));
        Files.createSymbolicLink(alias.resolve("libalias.so"), library);

        assertThat(aliasIn(alias, "-Dffigen.deny=other")).contains("opened");
        assertThat(aliasIn(alias, "-Dffigen.deny=one")).contains("LibraryDeniedException", "(really " + library + ")",
                "-Dffigen.deny=one").doesNotContain("opened");
        assertThat(aliasIn(alias, "-Dffigen.sha256.one=" + "0".repeat(64))).contains("LibraryDeniedException",
                "is not the one that was pinned").doesNotContain("opened");
    }

    private static String aliasIn(Path alias, String option) throws IOException {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", option, "-cp", System.getProperty("java.class.path"),
                AliasUser.class.getName());
        List<String> command = new ArrayList<>(List.of("env", "LD_LIBRARY_PATH=" + alias));
        command.addAll(java);
        return Child.run(command).output();
    }

    /** Opens a library that only the environment of its process leads to. */
    static final class AliasUser {
        private AliasUser() {
        }

        public static void main(String[] arguments) {
            try (ClosableLibrary library = open(LibrarySource.anyOf("libalias.so"))) {
                System.out.println("opened " + library.has("one"));
            } catch (LibraryDeniedException denied) {
                System.out.println(denied);
            }
        }
    }

    @Test
    void an_entry_may_lead_through_a_link_itself_and_be_relative() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        allow(link.toString());
        assertThat(opens(library)).isTrue();
        allow(Path.of("").toAbsolutePath().relativize(library).toString());
        assertThat(opens(library)).isTrue();
        allow(Path.of("").toAbsolutePath().relativize(folder) + "/*.so");
        assertThat(opens(library)).isTrue();
        allow("*/libone.so");
        assertThat(opens(library)).isFalse();
        allow(folder + "/sub/../libone.so");
        assertThat(opens(library)).isTrue();
    }

    @Test
    void the_folder_above_a_link_is_where_the_link_leads() throws IOException {
        Path allowed = Files.createDirectory(folder.resolve("allowed"));
        Files.copy(library, allowed.resolve("libone.so"));
        Path evil = Files.createDirectories(folder.resolve("evil/sub")).getParent();
        Files.copy(library, evil.resolve("libone.so"));
        Files.createSymbolicLink(allowed.resolve("link"), evil.resolve("sub"));
        Path disguised = allowed.resolve("link/../libone.so");

        allow(allowed.toString());
        assertThat(opens(allowed.resolve("libone.so"))).isTrue();
        assertThat(opens(disguised)).isFalse();
        System.clearProperty("ffigen.allow");
        deny(evil.toString());
        assertThat(opens(disguised)).isFalse();
    }

    @Test
    void an_entry_leads_where_the_system_finds_it() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("else/where"));
        Path there = Files.copy(library, deep.resolveSibling("libone.so"));
        Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("other")).resolve("deep"), deep);

        for (String entry : List.of(link + "/../libone.so", link + "/../lib*.so", link + "/..")) {
            deny(entry);
            assertThat(opens(there)).as(entry).isFalse();
            assertThat(opens(library)).as(entry).isTrue();
        }
        deny(link + "/../absent/libone.so");
        assertThat(opens(there)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x[1]", "q{a}", "st*r", "open["})
    void a_path_may_have_the_characters_of_a_glob(String name) throws IOException {
        Path strange = Files.createDirectory(folder.resolve(name));
        Path file = Files.copy(library, strange.resolve("libone.so"));
        deny(strange.toString());
        assertThat(LibraryPolicy.current().allows(file)).isFalse();
        assertThat(LibraryPolicy.current().allows(library)).isTrue();
        System.clearProperty("ffigen.deny");

        allow(file.toString());
        assertThat(LibraryPolicy.current().allows(file)).isTrue();
        assertThat(LibraryPolicy.current().allows(library)).isFalse();
    }

    @Test
    void a_comma_in_a_path_is_written_as_a_question_mark() throws IOException {
        Path file = Files.copy(library, Files.createDirectory(folder.resolve("y,z")).resolve("libone.so"));
        String entry = file.toString().replace(',', '?');
        allow("other");
        assertThatThrownBy(() -> open(file)).hasMessageContaining("to allow it, add " + entry + ",");
        allow(entry);
        assertThat(LibraryPolicy.current().allows(file)).isTrue();
    }

    @Test
    void a_resource_that_is_a_plain_file_is_judged_as_that_file() throws IOException {
        Path real = Files.createDirectory(folder.resolve("a real+place"));
        Path file = Files.copy(library, real.resolve("libone.so"));
        LibrarySource resource = LibrarySource.resource(file.toUri().toURL());
        LibrarySource link = LibrarySource.resource(
                Files.createSymbolicLink(folder.resolve("libalias.so"), file).toUri().toURL());

        deny(real.toString());
        for (LibrarySource source : List.of(resource, link)) {
            assertThatThrownBy(() -> open(source)).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContainingAll(file.toString(), "-Dffigen.deny=" + real);
        }
        System.clearProperty("ffigen.deny");
        allow(real.toString());
        assertThat(catchThrowable(() -> open(resource).close())).isNull();
        allow(folder + "/other");
        assertThatThrownBy(() -> open(resource)).isInstanceOf(LibraryDeniedException.class);
        System.clearProperty("ffigen.allow");
        System.setProperty("ffigen.sha256.one", "0".repeat(64));
        assertThatThrownBy(() -> open(link)).hasMessageContaining("is not the one that was pinned");
    }

    @Test
    void what_the_loader_would_pass_over_is_not_opened_to_be_checked() throws IOException {
        for (String[] denied : new String[][]{{"z", "c"}, {"c", "m"}}) {
            Child child = Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Dffigen.deny=" + denied[0], "-cp",
                    System.getProperty("java.class.path"), NamedUser.class.getName(), denied[1]));
            assertThat(child.output()).isEqualTo("opened\n");
        }
    }

    /** Opens the library that its argument names. */
    static final class NamedUser {
        private NamedUser() {
        }

        public static void main(String[] arguments) {
            try (ClosableLibrary library = open(LibrarySource.named(arguments[0]))) {
                System.out.println(library.isOpen() ? "opened" : "closed");
            }
        }
    }

    @Test
    void an_alternative_is_asked_for_under_its_own_name() {
        allow("two");
        assertThatThrownBy(() -> open(LibrarySource.named("two").or(LibrarySource.file(library))))
                .isInstanceOf(LibraryDeniedException.class);
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libtwo.so", library.toString())))
                .isInstanceOf(LibraryDeniedException.class);
    }

    @Test
    void only_what_would_help_is_advised() {
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libabsent.so.9"))).hasMessageNotContaining("Name the file");
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libabsent.so.9").or(LibrarySource.named("absent"))))
                .hasMessageEndingWith("Name the file with -Dffigen.library.absent=PATH, or its folder with"
                        + " -Dffigen.library.path=FOLDER.");
        assertThatThrownBy(() -> open(LibrarySource.resource(getClass(), "libabsent.so")))
                .hasMessageEndingWith("Name the file with -Dffigen.library.absent=PATH.");
    }

    @Test
    void what_is_not_there_is_not_refused_but_passed_over() {
        System.setProperty("ffigen.library.path", folder.toString());
        for (String entry : List.of("one", library.toString())) {
            allow(entry);
            for (LibrarySource absent : List.of(LibrarySource.named("nonexistent"),
                    LibrarySource.anyOf("libabsent.so.9"),
                    LibrarySource.file(folder.resolve("libabsent.so")))) {
                assertThat(catchThrowable(() -> open(absent.or(LibrarySource.named("one"))).close())).isNull();
                assertThatThrownBy(() -> open(absent)).isInstanceOf(NativeLibraryNotFoundError.class)
                        .hasMessageContainingAll("no such file");
            }
        }
        allow("one");
        assertThatThrownBy(() -> open(LibrarySource.file(folder.resolve("libabsent.so"))))
                .hasMessageContaining("it is not in -Dffigen.allow=one");
    }

    @Test
    void names_decide_on_what_the_dynamic_loader_finds() {
        allow("m");
        assertThat(catchThrowable(() -> open(LibrarySource.anyOf("libm.so.6")).close())).isNull();
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libz.so.1"))).isInstanceOf(LibraryDeniedException.class);
        deny("libm.so.*");
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libm.so.6"))).isInstanceOf(LibraryDeniedException.class);
    }

    @Test
    void with_a_path_in_the_policy_the_loaders_file_is_found_and_checked() throws IOException {
        Path real = Path.of("/lib/x86_64-linux-gnu/libm.so.6").toRealPath();
        deny(real.toString());
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libm.so.6"))).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("-Dffigen.deny=" + real);
        deny(folder.toString());
        assertThat(catchThrowable(() -> open(LibrarySource.anyOf("libm.so.6")).close())).isNull();
        assertThatThrownBy(() -> open(LibrarySource.anyOf("a\0b", "libnone.so"))).isInstanceOf(
                NativeLibraryNotFoundError.class).hasMessageContainingAll("Nul character", "libnone.so in ");
        assertThatThrownBy(() -> open(LibrarySource.anyOf("libnone.so"))).isInstanceOf(
                NativeLibraryNotFoundError.class).hasMessageContaining("the policy or a pinned digest asks for a file");
    }

    @Test
    void symbols_of_the_process_are_checked_by_name() {
        allow("z");
        assertThatThrownBy(() -> open(LibrarySource.system())).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("'system'");
        allow("system");
        assertThat(catchThrowable(() -> open(LibrarySource.system()).close())).isNull();
    }

    @Test
    void a_shared_library_refused_once_says_so_at_each_call() {
        deny(folder.toString());
        NativeLibrary shared = NativeLibrary.named(MethodHandles.lookup(), library.toString(), RuntimeVersion.API);

        assertThat(shared.function("one").address()).isZero();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> shared.has("one")).isInstanceOf(LibraryDeniedException.class)
                    .hasMessageContaining("-Dffigen.deny");
        }
    }

    @Test
    void a_malformed_entry_is_named() {
        allow("[z");
        assertThatThrownBy(() -> open(library)).isInstanceOf(LibraryDeniedException.class)
                .hasMessageContaining("'[z'");
    }

    private static void allow(String entries) {
        System.setProperty("ffigen.allow", entries);
    }

    private static void deny(String entries) {
        System.setProperty("ffigen.deny", entries);
    }

    private static boolean opens(Path file) {
        boolean allowed = LibraryPolicy.current().allows(file);
        Throwable refused = catchThrowable(() -> open(file).close());
        assertThat(refused == null).isEqualTo(allowed);
        return allowed;
    }

    private static ClosableLibrary open(Path file) {
        return open(LibrarySource.file(file));
    }

    private static ClosableLibrary open(LibrarySource source) {
        return ClosableLibrary.open(MethodHandles.lookup(), source);
    }
}
