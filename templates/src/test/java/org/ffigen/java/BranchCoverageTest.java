package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden inputs reach every branch of every template: a stop put into any of them stops one. */
class BranchCoverageTest {

    @TempDir
    Path folder;

    static Stream<TemplateBranch> branches() {
        return Templates.names().stream().flatMap(name -> TemplateBranch.of(name, Templates.text(name)).stream());
    }

    @ParameterizedTest
    @MethodSource("branches")
    void a_golden_input_reaches_the_branch(TemplateBranch branch) {
        String stopped = branch.stoppedIn(Templates.text(branch.template()));

        assertThat(Templates.failures(folder, branch.template(), stopped)).as("golden inputs that reach %s", branch)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining(branch.toString()));
    }

    /** The two ways of {@code ?then}, {@code &&} and {@code !"default"} would be branches no test here sees. */
    @Test
    void templates_branch_with_directives_only() {
        for (String template : Templates.names()) {
            for (TemplateTag tag : TemplateTag.of(Templates.text(template))) {
                assertThat(tag.text()).as(template)
                        .doesNotContain("?then", "?switch", "&&", "||", "??",
                                "?has_content", "?default", "?exists")
                        .doesNotContainPattern("[\\w)]!(?!=)");
            }
        }
    }

    @Test
    void every_condition_and_list_has_two_branches() {
        long openings = Templates.names()
                .stream()
                .flatMap(name -> TemplateTag.of(Templates.text(name)).stream())
                .filter(tag -> tag.directive().equals("if") || tag.directive().equals("list"))
                .count();

        assertThat(openings).isPositive();
        assertThat(branches().filter(b -> b.directive().equals("if") || b.directive().equals("list")))
                .hasSize((int) openings);
        assertThat(branches().filter(b -> b.implied() || b.directive().equals("else"))).hasSize((int) openings);
    }
}
