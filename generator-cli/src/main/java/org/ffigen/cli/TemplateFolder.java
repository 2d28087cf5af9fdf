package org.ffigen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.java.Renderer;
import org.ffigen.write.InputFiles;

/** A folder of the user's own templates. */
final class TemplateFolder {

    private static final String SUFFIX = ".ftl";

    private TemplateFolder() {
    }

    /**
     * The names of the templates in a folder that nothing would ever read: they replace none of ffigen's own, and no other
     * in the folder mentions them. A misspelled name is one.
     *
     * @throws UncheckedIOException if a template cannot be read
     */
    static List<String> unread(Path folder) {
        List<Path> templates = InputFiles.in(folder)
                .stream()
                .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                .toList();
        return templates.stream()
                .filter(file -> !Renderer.isTemplate(file.getFileName().toString()))
                .filter(file -> templates.stream().noneMatch(other -> mentions(other, file)))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Without the ending, because a name can be put together: {@code "<#import name + '.ftl' as m>"}. */
    private static boolean mentions(Path other, Path file) {
        String name = file.getFileName().toString();
        return !other.equals(file) && text(other).contains(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** As FreeMarker reads it, which lets pass what is not UTF-8. */
    private static String text(Path template) {
        try {
            return new String(Files.readAllBytes(template), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
