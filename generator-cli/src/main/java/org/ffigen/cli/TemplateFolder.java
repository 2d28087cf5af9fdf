package org.ffigen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ffigen.java.Renderer;

/** A folder of the user's own templates. */
final class TemplateFolder {

    private static final String SUFFIX = ".ftl";

    private TemplateFolder() {
    }

    /**
     * The names of the templates in a folder that nothing would ever read: they replace none of ffigen's own, and no other
     * in the folder mentions them. A misspelled name is one.
     *
     * @throws UncheckedIOException if the folder or a template cannot be read
     */
    static List<String> unread(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> templates = entries.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            return templates.stream()
                    .filter(file -> !Renderer.isTemplate(file.getFileName().toString()))
                    .filter(file -> templates.stream().noneMatch(other -> mentions(other, file)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the ending, because a name can be put together: {@code "<#import name + '.ftl' as m>"}. */
    private static boolean mentions(Path other, Path file) {
        String name = file.getFileName().toString();
        try {
            return !other.equals(file)
                    && Files.readString(other).contains(name.substring(0, name.length() - SUFFIX.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
