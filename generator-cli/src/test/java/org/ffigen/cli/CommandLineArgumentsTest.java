package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ffigen.GenerationRequest;
import org.ffigen.ShimFile;
import org.ffigen.config.Given;
import org.ffigen.config.NamingRules;
import org.ffigen.config.NamingStyle;
import org.ffigen.config.Rename;
import org.ffigen.config.SelectionRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Request to arguments and back gives the same request; a new component of the request cannot be forgotten. */
class CommandLineArgumentsTest {

    private static final GenerationRequest PLAIN = new GenerationRequest(List.of("a.h"), Optional.empty(),
            Optional.of(Path.of("gen")), Optional.empty(), "a", "a", "ALibrary", List.of(), List.of(),
            Optional.empty(), SelectionRules.ALL, NamingRules.NONE, false, Optional.empty(), false, Optional.empty(),
            Optional.empty(), Optional.empty());

    /** Differs from {@link #PLAIN} in every component but the manifest to read, which excludes headers. */
    private static final GenerationRequest FULL = new GenerationRequest(List.of("b c.h", "curl/curl.h"),
            Optional.empty(), Optional.of(Path.of("/abs/out")), Optional.of(Path.of("m.json")), "b", "org.b", "B",
            List.of("b/", "/opt/b"), List.of("-Iinclude", "-DX=1", "-D_Y=\"a b\"", "-std=c11", "-I", "late", "-Iz"),
            Optional.of(Path.of("ffigen.yaml")),
            new SelectionRules(List.of(Given.option("--include", "b_*"), Given.option("--include", "header:b.h")),
                    List.of(Given.option("--exclude", "macro:*_H"))),
            new NamingRules(Optional.of(NamingStyle.C), List.of(Given.option("--strip-prefix", "b_")),
                    List.of(new Rename(Given.option("--rename", "struct:b.x"), Given.option("--rename", "left")))),
            true, Optional.of(Path.of("/opt/llvm")), true, Optional.of(Path.of("templates")),
            Optional.of(new ShimFile(Path.of("shims.c"), "b-c")), Optional.of(Path.of("names.yaml")));

    private static final GenerationRequest OF_MANIFEST = new GenerationRequest(List.of(),
            Optional.of(Path.of("a.ffigen.json")), Optional.of(Path.of("gen")), Optional.empty(), "", "a", "ALibrary",
            List.of(), List.of(), Optional.empty(), SelectionRules.ALL, NamingRules.NONE, false, Optional.empty(),
            false,
            Optional.empty(), Optional.empty(), Optional.empty());

    static Stream<GenerationRequest> requests() {
        return Stream.of(PLAIN, FULL, OF_MANIFEST);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_comes_back_from_its_arguments(GenerationRequest request) {
        List<String> arguments = CommandLineArguments.of(request);

        assertThat(new CommandLineParser(arguments).invocation().request()).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("components")
    void the_requests_differ_in_every_component(RecordComponent component) throws ReflectiveOperationException {
        assertThat(requests().map(request -> value(component, request)).distinct()).hasSizeGreaterThan(1);
    }

    static Stream<RecordComponent> components() {
        return Stream.of(GenerationRequest.class.getRecordComponents());
    }

    @Test
    void clang_arguments_keep_their_order() {
        assertThat(CommandLineArguments.of(FULL)).containsSubsequence("-I", "include", "-D", "X=1", "-D",
                "_Y=\"a b\"", "--", "-std=c11", "-I", "late", "-Iz");
    }

    private static Object value(RecordComponent component, GenerationRequest request) {
        try {
            return component.getAccessor().invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
