package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ffigen.parse.OwnHeaders.Header;
import org.ffigen.parse.OwnHeaders.Root;
import org.junit.jupiter.api.Test;

/** The rule for what is the library's own. */
class OwnHeadersTest {

    private record Include(Path includer, Path included, boolean isQuoted) implements OwnHeaders.Directive {}

    private final List<Header> headers = new ArrayList<>();
    private final List<Include> includes = new ArrayList<>();

    @Test
    void in_a_system_folder_only_the_header_itself_what_it_quotes_and_its_own_folder() {
        read("/usr/include/zlib.h", "zlib.h");
        read("/usr/include/multiarch/zconf.h", "zconf.h");
        read("/usr/include/stdio.h", "stdio.h");
        read("/usr/include/zlib/extra.h", "zlib/extra.h");
        quoted("/usr/include/zlib.h", "/usr/include/multiarch/zconf.h");
        angled("/usr/include/zlib.h", "/usr/include/stdio.h");

        for (String name : List.of("zlib.h", "./zlib.h", "../include/zlib.h")) {
            assertThat(own(new Root(Path.of("/usr/include/zlib.h"), name))).containsExactlyInAnyOrder(
                    "/usr/include/zlib.h", "/usr/include/multiarch/zconf.h", "/usr/include/zlib/extra.h");
        }
    }

    @Test
    void quotes_count_from_own_headers_only_and_all_the_way_down() {
        read("/usr/include/a.h", "a.h");
        read("/usr/include/b.h", "b.h");
        read("/usr/include/c.h", "c.h");
        read("/usr/include/other.h", "other.h");
        read("/usr/include/others.h", "others.h");
        angled("/usr/include/a.h", "/usr/include/other.h");
        quoted("/usr/include/other.h", "/usr/include/others.h");
        quoted("/usr/include/b.h", "/usr/include/c.h");
        quoted("/usr/include/a.h", "/usr/include/b.h");

        assertThat(own(new Root(Path.of("/usr/include/a.h"), "a.h"))).containsExactlyInAnyOrder("/usr/include/a.h",
                "/usr/include/b.h", "/usr/include/c.h");
    }

    @Test
    void beside_a_header_of_a_project_all_is_own() {
        read("/home/me/inc/a.h", "a.h");
        read("/home/me/inc/b.h", "b.h");
        read("/home/me/inc/sub/c.h", "sub/c.h");
        read("/home/me/inc/a/d.h", "a/d.h");

        assertThat(own(new Root(Path.of("/home/me/inc/a.h"), "a.h"))).containsExactlyInAnyOrder("/home/me/inc/a.h",
                "/home/me/inc/b.h", "/home/me/inc/a/d.h");
    }

    @Test
    void a_name_with_a_folder_stands_for_the_folder() {
        read("/usr/include/curl/curl.h", "curl/curl.h");
        read("/usr/include/curl/sub/easy.h", "curl/sub/easy.h");
        read("/usr/include/curlish/x.h", "curlish/x.h");

        assertThat(own(new Root(Path.of("/usr/include/curl/curl.h"), "curl/curl.h")))
                .containsExactlyInAnyOrder("/usr/include/curl/curl.h", "/usr/include/curl/sub/easy.h");
    }

    @Test
    void prefixes_add_by_path_and_by_name() {
        read("/usr/include/a.h", "a.h");
        read("/usr/include/more/b.h", "more/b.h");
        read("/opt/lib/c.h", "c.h");
        read("/opt/library/d.h", "d.h");

        assertThat(own(new Root(Path.of("/usr/include/a.h"), "a.h"), "more/", "/opt/lib/"))
                .containsExactlyInAnyOrder("/usr/include/a.h", "/usr/include/more/b.h", "/opt/lib/c.h");
    }

    private List<String> own(Root root, String... prefixes) {
        Set<Path> own = new OwnHeaders(List.of(root), List.of(prefixes), path -> path.startsWith("/usr/include"))
                .among(headers, includes);
        return own.stream().map(Path::toString).toList();
    }

    private void read(String path, String name) {
        headers.add(new Header(Path.of(path), name));
    }

    private void quoted(String includer, String included) {
        includes.add(new Include(Path.of(includer), Path.of(included), true));
    }

    private void angled(String includer, String included) {
        includes.add(new Include(Path.of(includer), Path.of(included), false));
    }
}
