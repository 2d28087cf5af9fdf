package org.ffigen.java;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.ffigen.runtime.NativeLibrary;
import org.jspecify.annotations.Nullable;

/** Compiles texts the way ffigen promises that its output compiles: every warning is an error. */
final class InMemoryCompiler {

    private InMemoryCompiler() {
    }

    /** What the compiler says, warnings included. */
    static List<String> complaints(List<SourceFile> files, String release, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("--release", release, "-Xlint:all", "-Xdoclint:all,-missing",
                "-Werror", "-proc:none", "-d", classes.toString(), "-cp", classPath()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<JavaFileObject> sources = files.stream().<JavaFileObject>map(Source::new).toList();
            boolean compiled = compiler.getTask(null, manager, diagnostics, options, null, sources).call();
            List<String> complaints = diagnostics.getDiagnostics().stream().map(Diagnostic::toString).toList();
            return compiled || !complaints.isEmpty() ? complaints : List.of("the compiler failed and said nothing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Stream.of(NativeLibrary.class, Nullable.class)
                .map(InMemoryCompiler::origin)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
