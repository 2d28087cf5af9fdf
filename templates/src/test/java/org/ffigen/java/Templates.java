package org.ffigen.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ffigen's own templates, and what becomes of the golden inputs if one of them is changed. */
final class Templates {

    private Templates() {
    }

    /** One for each kind of file, and what they share. */
    static List<String> names() {
        Stream<String> kinds = Stream.of(JavaFile.class.getPermittedSubclasses()).map(Class::getSimpleName);
        return Stream.concat(Stream.of("macros", "members"), kinds).map(name -> name + ".ftl").toList();
    }

    static String text(String name) {
        try (InputStream in = Renderer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renders all golden inputs with another text in the place of one template, and gives what failed. */
    static List<RenderException> failures(Path folder, String name, String text) {
        override(folder, name, text);
        Renderer renderer = new Renderer(Optional.of(folder));
        List<RenderException> failures = new ArrayList<>();
        for (JavaFile input : GoldenInputs.all()) {
            try {
                renderer.body(input);
            } catch (RenderException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /** Puts a template into an override folder. */
    static void override(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
