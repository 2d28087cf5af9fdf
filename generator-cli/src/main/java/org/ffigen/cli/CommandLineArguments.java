package org.ffigen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.GenerationRequest;
import org.ffigen.ShimFile;
import org.ffigen.config.Given;

/** Turns a request into the command line that asks for it: the inverse of {@link CommandLineParser}. */
public final class CommandLineArguments {

    private final List<String> arguments = new ArrayList<>();

    private CommandLineArguments() {
    }

    /** The arguments; each option and its value are two elements, clang's own arguments come last. */
    public static List<String> of(GenerationRequest request) {
        CommandLineArguments to = new CommandLineArguments();
        request.headers().forEach(header -> to.option(Options.HEADER, header));
        to.path(Options.MANIFEST_IN, request.manifestIn());
        to.path(Options.OUT, request.out());
        to.path(Options.MANIFEST, request.manifestOut());
        if (!request.library().isEmpty()) {
            to.option(Options.LIBRARY, request.library());
        }
        to.option(Options.PACKAGE, request.packageName());
        to.option(Options.CLASS, request.className());
        request.own().forEach(prefix -> to.option(Options.OWN, prefix));
        to.path(Options.CONFIG, request.config());
        to.given(request.selection().include());
        to.given(request.selection().exclude());
        request.naming().style().ifPresent(style -> to.option(Options.NAMING, style.word()));
        to.given(request.naming().stripPrefixes());
        request.naming().renames().forEach(r -> to.option(Options.RENAME, r.c().text() + "=" + r.java().text()));
        to.flag(Options.CHECK, request.check());
        to.path(Options.LIBCLANG, request.libclang());
        to.flag(Options.OFFLINE, request.offline());
        to.path(Options.TEMPLATES, request.templates());
        to.path(Options.NAMES, request.names());
        request.shims().ifPresent(to::shims);
        to.clang(request.clangArguments());
        return List.copyOf(to.arguments);
    }

    /** {@code -I} and {@code -D} are options of ours too; from the first other argument on, all follow {@code --}. */
    private void clang(List<String> clangArguments) {
        int next = 0;
        while (next < clangArguments.size() && isOurs(clangArguments.get(next))) {
            String argument = clangArguments.get(next++);
            option(argument.substring(0, 2), argument.substring(2));
        }
        if (next < clangArguments.size()) {
            arguments.add(Options.END);
            arguments.addAll(clangArguments.subList(next, clangArguments.size()));
        }
    }

    private static boolean isOurs(String argument) {
        return argument.length() > 2
                && (argument.startsWith(Options.INCLUDE_FOLDER) || argument.startsWith(Options.DEFINE));
    }

    private void given(List<Given> values) {
        values.forEach(value -> option(value.by(), value.text()));
    }

    private void shims(ShimFile shims) {
        option(Options.SHIMS, shims.path().toString());
        if (!shims.library().isEmpty()) {
            option(Options.SHIM_LIBRARY, shims.library());
        }
    }

    private void path(String name, Optional<Path> path) {
        path.ifPresent(p -> option(name, p.toString()));
    }

    private void flag(String name, boolean set) {
        if (set) {
            arguments.add(name);
        }
    }

    private void option(String name, String value) {
        arguments.add(name);
        arguments.add(value);
    }
}
