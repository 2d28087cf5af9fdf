package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/templates.md tells the truth. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../docs/templates.md");
    private static final List<JavaFile> CANVAS = List.of(new OpaqueClass("Canvas", List.of("A canvas.")));

    @TempDir
    Path folder;

    private static String snippet() throws IOException {
        Matcher fence = Pattern.compile("```ftl\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(fence.find()).isTrue();
        return fence.group(1);
    }

    @Test
    void its_template_renders_and_compiles() throws IOException {
        Templates.override(folder, "OpaqueClass.ftl", snippet());

        List<SourceFile> files = new Renderer(Optional.of(folder)).render(new JavaBindings("shop", CANVAS));

        assertThat(files.getFirst().text()).contains("String TYPE = \"Canvas\";");
        assertThat(InMemoryCompiler.complaints(files, "22", folder)).isEmpty();
    }

    @Test
    void its_template_goes_with_all_that_other_templates_make() throws IOException {
        Templates.override(folder, "OpaqueClass.ftl", snippet());

        List<SourceFile> files = new Renderer(Optional.of(folder)).render(GoldenInputs.bindings());

        assertThat(InMemoryCompiler.complaints(files, "22", folder)).isEmpty();
    }

    @Test
    void its_mistake_is_reported_as_it_says() throws IOException {
        String wrong = snippet().replaceFirst("\\$\\{name}", "\\${nam}");

        assertThat(Templates.failures(folder, "OpaqueClass.ftl", wrong)).isNotEmpty()
                .allSatisfy(e -> assertThat(Files.readString(PAGE))
                        .contains(e.getMessage().lines().findFirst().orElseThrow().replaceAll("\\s+\\[.*", "")));
    }

    @Test
    void it_names_every_template_and_all_that_the_records_hold() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Templates.names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        Stream<Class<?>> records = Stream.concat(Stream.of(JavaFile.class.getPermittedSubclasses())
                .flatMap(kind -> Stream.concat(Stream.of(kind), Stream.of(kind.getDeclaredClasses()))),
                Stream.of(NativeMethod.class, ValueMethod.class, Parameter.class));
        assertThat(records.flatMap(type -> Stream.of(type.getRecordComponents())).map(RecordComponent::getName))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
