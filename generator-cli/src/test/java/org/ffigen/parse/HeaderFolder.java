package org.ffigen.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.libclang.LibclangNotFoundException;
import org.ffigen.model.NativeApi;
import org.ffigen.select.Selection;

/** A folder with headers, and the parser let loose on it. */
final class HeaderFolder {

    private static LibclangInstallation libclang;

    private final Path folder;

    HeaderFolder(Path folder) {
        this.folder = folder;
    }

    /** A process can load one libclang only. */
    static synchronized LibclangInstallation libclang() {
        if (libclang == null) {
            try {
                libclang = new LibclangLocator(LibclangLocator.Options.of(System.getenv(), System.out::println))
                        .locate();
            } catch (LibclangNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return libclang;
    }

    HeaderFolder with(String file, String text) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    ParsedHeaders parse(List<String> headers, List<String> own, String... clangArguments) {
        return new HeaderParser(libclang()).parse(
                new ParseRequest("test", headers, own, List.of(clangArguments), folder), new Diagnostics());
    }

    /** What {@code test.h} of this text declares, with what it needs. */
    NativeApi api(String text, String... clangArguments) {
        return Selection.apply(with("test.h", text).parse(List.of("test.h"), List.of(), clangArguments).api());
    }

    /** What is wrong with {@code headers}. */
    List<Diagnostic> problems(String header, String... clangArguments) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            new HeaderParser(libclang()).parse(new ParseRequest("test", List.of(header), List.of(),
                    List.of(clangArguments), folder), diagnostics);
        } catch (GenerationException e) {
            return e.diagnostics();
        }
        return diagnostics.all();
    }
}
