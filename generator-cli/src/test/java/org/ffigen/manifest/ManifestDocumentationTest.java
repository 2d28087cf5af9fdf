package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ffigen.model.SkipCode;
import org.junit.jupiter.api.Test;

/** {@code docs/manifest.md} shows what the writer writes. */
class ManifestDocumentationTest {

    private static final String TEXT = read();

    @Test
    void everySnippetStandsInAManifest() {
        List<String> snippets = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(TEXT)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(3)
                .allSatisfy(snippet -> assertThat(unindented(ManifestWriter.write(RichApi.api())))
                        .contains(unindented(snippet)));
    }

    @Test
    void everyCodeIsExplained() {
        assertThat(SkipCode.values()).allSatisfy(code -> assertThat(TEXT).contains("`" + code.code() + "`"));
    }

    private static String unindented(String json) {
        return json.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "manifest.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
