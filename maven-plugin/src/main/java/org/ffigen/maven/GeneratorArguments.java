package org.ffigen.maven;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A request in the words of the {@code ffigen} command. */
public final class GeneratorArguments {

    private final Path directory;
    private final List<String> arguments = new ArrayList<>();

    private GeneratorArguments(Path directory) {
        this.directory = directory;
    }

    /** What decides on the output, in an order that depends on the request only. */
    public static List<String> of(GenerateRequest request) {
        GeneratorArguments to = new GeneratorArguments(request.directory());
        request.headers().forEach(header -> to.add("--header", to.relative(header)));
        to.add("--out", to.relative(request.output().toString()));
        request.manifest().ifPresent(manifest -> to.add("--manifest", to.relative(manifest.toString())));
        request.packageName().ifPresent(name -> to.add("--package", name));
        request.className().ifPresent(name -> to.add("--class", name));
        request.library().ifPresent(name -> to.add("--library", name));
        request.own().forEach(prefix -> to.add("--own", to.relative(prefix)));
        to.rules(request.rules());
        request.shims().ifPresent(file -> to.add("--shims", to.relative(file.toString())));
        request.shimLibrary().ifPresent(name -> to.add("--shim-library", name));
        request.libclang().ifPresent(file -> to.add("--libclang", file.toString()));
        request.includeDirectories().forEach(folder -> to.add("-I", to.relative(folder)));
        request.defines().forEach(define -> to.add("-D", define));
        if (!request.clangArguments().isEmpty()) {
            to.arguments.add("--");
            to.arguments.addAll(request.clangArguments());
        }
        return List.copyOf(to.arguments);
    }

    private void rules(GenerateRequest.Rules rules) {
        rules.config().ifPresent(file -> add("--config", relative(file.toString())));
        rules.includes().forEach(pattern -> add("--include", pattern));
        rules.excludes().forEach(pattern -> add("--exclude", pattern));
        rules.naming().ifPresent(style -> add("--naming", style));
        rules.stripPrefixes().forEach(prefix -> add("--strip-prefix", prefix));
        rules.renames().forEach(rename -> add("--rename", rename));
        rules.names().ifPresent(file -> add("--names", relative(file.toString())));
    }

    /** What changes only how the generator goes about it. */
    public static List<String> ofManner(GenerateRequest request) {
        List<String> arguments = new ArrayList<>();
        if (request.offline()) {
            arguments.add("--offline");
        }
        if (request.verbose()) {
            arguments.add("--verbose");
        }
        return List.copyOf(arguments);
    }

    private void add(String option, String value) {
        arguments.add(option);
        arguments.add(value);
    }

    /** Paths in the project are told from its folder on, so that the output is the same wherever it is checked out. */
    private String relative(String path) {
        try {
            Path absolute = Path.of(path).normalize();
            if (!absolute.isAbsolute() || !absolute.startsWith(directory)) {
                return path;
            }
            return absolute.equals(directory) ? "." : directory.relativize(absolute).toString();
        } catch (InvalidPathException notAPath) {
            return path;
        }
    }
}
