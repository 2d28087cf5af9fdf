package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever name of a template is misspelt, rendering the golden inputs says where. */
class MisspelledNameTest {

    @TempDir
    Path folder;

    static Stream<TemplateName> names() {
        return Templates.names().stream().flatMap(name -> TemplateName.of(name, Templates.text(name)).stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void misspelling_a_name_is_an_error_at_its_place(TemplateName name) {
        String misspelt = name.misspeltIn(Templates.text(name.template()));

        List<RenderException> failures = Templates.failures(folder, name.template(), misspelt);

        assertThat(failures).as("what the golden inputs say to a misspelt %s", name)
                .isNotEmpty()
                .allSatisfy(failure -> {
                    assertThat(name.declares() ? isAtUse(failure, name) : isAt(failure, name))
                            .as("%s reported at %s", name, failure.getMessage())
                            .isTrue();
                    assertThat(failure.column()).isGreaterThanOrEqualTo(1);
                    assertThat(failure).hasMessageStartingWith(
                            failure.template() + ":" + failure.line() + ":" + failure.column() + ": ");
                });
    }

    private static boolean isAt(RenderException failure, TemplateName name) {
        return failure.template().equals(name.template()) && failure.line() == name.line()
                && failure.column() >= name.tagColumn();
    }

    private static boolean isAtUse(RenderException failure, TemplateName declaration) {
        return names().filter(name -> name.isUseOf(declaration)).anyMatch(use -> isAt(failure, use));
    }

    @Test
    void every_template_has_names() {
        assertThat(Templates.names()).hasSize(9)
                .allSatisfy(
                        template -> assertThat(names().filter(name -> name.template().equals(template)))
                                .hasSizeGreaterThan(5));
    }

    /** The names of each interpolation and directive, counted in another way. */
    @Test
    void no_interpolation_is_overlooked() {
        for (String template : Templates.names()) {
            String text = Templates.text(template);
            long opened = text.split("\\$\\{", -1).length - 1;
            assertThat(TemplateTag.of(text).stream().filter(tag -> tag.text().startsWith("${"))).hasSize((int) opened);
        }
    }
}
