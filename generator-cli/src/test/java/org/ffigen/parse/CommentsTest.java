package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doc comments find what they document. */
class CommentsTest {

    @TempDir
    Path temp;

    @Test
    void a_comment_stands_above_or_behind() {
        NativeApi api = api("""
                /** Above. */
                void a(void);
                extern int b; /**< Behind. */
                /// One line,
                /// and another.
                void c(void);
                /*! Qt. */
                void d(void);
                /* No doc. */
                void e(void);
                """);

        assertThat(comment(api, "function:a")).contains("/** Above. */");
        assertThat(comment(api, "var:b")).contains("/**< Behind. */");
        assertThat(comment(api, "function:c")).contains("/// One line,\n/// and another.");
        assertThat(comment(api, "function:d")).contains("/*! Qt. */");
        assertThat(comment(api, "function:e")).isEmpty();
    }

    @Test
    void a_long_line_is_looked_at_once() {
        String header = ("#define L \"" + "x".repeat(100_000) + "\"\n").repeat(10) + "/** Above. */\n#define M 1\n";
        NativeApi api = assertTimeout(Duration.ofSeconds(20), () -> api(header));

        assertThat(comment(api, "macro:M")).contains("/** Above. */");
    }

    @Test
    void lines_end_the_unix_way() {
        assertThat(comment(api("/** One\r\n * two. */\r\nvoid a(void);\r\n"), "function:a"))
                .contains("/** One\n * two. */");
    }

    @Test
    void a_row_of_stars_is_no_comment() {
        assertThat(comment(api("/*******/\nvoid a(void);\n"), "function:a")).isEmpty();
    }

    @Test
    void a_declaration_out_of_a_macro_has_the_comment_at_the_macro() {
        NativeApi api = api("""
                #define CALLBACK(name) (*name)
                #define DECLARE(name) int name(void); int name##_count(void)
                struct s {
                    int x; /**< not this */
                    void CALLBACK(run)(int a, int b); /**< Runs. */
                    /** Stops. */
                    void CALLBACK(stop)(void);
                    void CALLBACK(bare)(void);
                };
                /// Made
                /// twice.
                DECLARE(thing);
                """);

        RecordDecl record = (RecordDecl) api.find(DeclId.parse("struct:s")).orElseThrow();
        assertThat(record.members()).extracting(m -> m.comment().orElse(""))
                .containsExactly("/**< not this */", "/**< Runs. */", "/** Stops. */", "");
        assertThat(comment(api, "function:thing")).contains("/// Made\n/// twice.");
        assertThat(comment(api, "function:thing_count")).contains("/// Made\n/// twice.");
    }

    @Test
    void a_name_that_is_a_macro_for_itself_has_its_comment() {
        NativeApi api = api("""
                #define positive positive
                /** Is it? */
                extern int positive(int number);
                """);

        assertThat(comment(api, "function:positive")).contains("/** Is it? */");
    }

    @Test
    void macros_have_comments_too() {
        NativeApi api = api("""
                /** Above. */
                #define A 1
                #define B 2 /**< Behind. */
                #define C 3
                /* No doc. */
                #define D 4
                /// Lines.
                #define E 5
                #define F 6 ///< Behind too.
                """);

        assertThat(comment(api, "macro:A")).contains("/** Above. */");
        assertThat(comment(api, "macro:B")).contains("/**< Behind. */");
        assertThat(comment(api, "macro:C")).isEmpty();
        assertThat(comment(api, "macro:D")).isEmpty();
        assertThat(comment(api, "macro:E")).contains("/// Lines.");
        assertThat(comment(api, "macro:F")).contains("///< Behind too.");
    }

    @Test
    void what_the_system_says_about_its_types_stays_out() {
        HeaderFolder folder = new HeaderFolder(temp)
                .with("sys/theirs.h", "/** Theirs. */\nstruct theirs { int x; };\n");

        assertThat(comment(folder.api("#include <theirs.h>\nvoid a(struct theirs *t);\n",
                "-isystem" + folder.path("sys")), "struct:theirs")).isEmpty();
    }

    private NativeApi api(String header) {
        return new HeaderFolder(temp).api(header);
    }

    private static Optional<String> comment(NativeApi api, String id) {
        return api.find(DeclId.parse(id)).map(Declaration::comment).orElseThrow();
    }
}
