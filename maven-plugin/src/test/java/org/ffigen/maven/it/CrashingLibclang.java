package org.ffigen.maven.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A libclang that has all functions that the generator wants, and ends the process by a signal when one is called. */
final class CrashingLibclang {

    private static final Pattern FUNCTION = Pattern.compile("clang_\\w+");

    /** Those that tell the version, which work. */
    private static final Set<String> WORKING = Set.of("clang_getClangVersion", "clang_getCString",
            "clang_disposeString");

    private CrashingLibclang() {
    }

    /** Compiles one; what else is looked for in an installation of LLVM comes with it. */
    static Path create(Path llvm, int signal) throws IOException {
        Path headers = Files.createDirectories(llvm.resolve("lib/clang/19/include"));
        Files.writeString(headers.resolve("stddef.h"), "typedef unsigned long size_t;\n");
        String functions = functions().stream().map(name -> "CRASHING(" + name + ")\n").collect(Collectors.joining());
        Files.writeString(llvm.resolve("functions.inc"), functions);
        Path library = llvm.resolve("lib").resolve(System.mapLibraryName("clang"));
        Commands.check(llvm, "gcc", "-shared", "-fPIC", "-I.", "-DSIGNAL=" + signal, "-o", library.toString(),
                Sample.RESOURCES.resolve("libclang/crashing.c").toString());
        return library;
    }

    /** Their names are strings in the generator's classes. */
    private static TreeSet<String> functions() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(generator().toFile())) {
            for (ZipEntry entry : jar.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    FUNCTION.matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .results()
                            .forEach(match -> names.add(match.group()));
                }
            }
        }
        names.removeAll(WORKING);
        return names;
    }

    private static Path generator() {
        String version = Maven.ffigenVersion();
        return Maven.repository()
                .resolve("org/ffigen/ffigen-generator")
                .resolve(version)
                .resolve("ffigen-generator-" + version + ".jar");
    }
}
