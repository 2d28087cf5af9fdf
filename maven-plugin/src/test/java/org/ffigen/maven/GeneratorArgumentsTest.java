package org.ffigen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorArgumentsTest {

    private static final Path PROJECT = Path.of("/project").toAbsolutePath();

    private final GenerateRequest full = new GenerateRequest(PROJECT, List.of("a.h", "sub/b.h"),
            PROJECT.resolve("target/out"), Optional.of(PROJECT.resolve("target/a.json")), Optional.of("org.a"),
            Optional.of("A"), Optional.of("liba"), List.of("vendor/"), List.of("include"), List.of("X=1", "Y"),
            List.of("-std=c11", "--sysroot=/s"),
            new GenerateRequest.Rules(Optional.of(PROJECT.resolve("src/ffigen.yaml")), List.of("a_*"),
                    List.of("macro:*_H"), Optional.of("c"), List.of("a_"), List.of("a_open=open"),
                    Optional.of(PROJECT.resolve("src/names.yaml"))),
            Optional.of(PROJECT.resolve("target/shims.c")), Optional.of("a-extra"),
            Optional.of(Path.of("/lib/libclang.so")), true, true);

    private final GenerateRequest small = new GenerateRequest(PROJECT, List.of("a.h"), PROJECT.resolve("out"),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
            List.of(), GenerateRequest.Rules.NONE, Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    @Test
    void everythingIsSaidInTheWordsOfTheCommand() {
        assertThat(GeneratorArguments.of(full)).containsExactly("--header", "a.h", "--header", "sub/b.h", "--out",
                "target/out", "--manifest", "target/a.json", "--package", "org.a", "--class", "A", "--library", "liba",
                "--own", "vendor/", "--config", "src/ffigen.yaml", "--include", "a_*", "--exclude", "macro:*_H",
                "--naming", "c", "--strip-prefix", "a_", "--rename", "a_open=open", "--names", "src/names.yaml",
                "--shims", "target/shims.c", "--shim-library", "a-extra", "--libclang", "/lib/libclang.so", "-I",
                "include", "-D", "X=1", "-D", "Y", "--",
                "-std=c11", "--sysroot=/s");
        assertThat(GeneratorArguments.ofManner(full)).containsExactly("--offline", "--verbose");
    }

    @Test
    void whatIsNotSaidIsLeftToTheGenerator() {
        assertThat(GeneratorArguments.of(small)).containsExactly("--header", "a.h", "--out", "out");
        assertThat(GeneratorArguments.ofManner(small)).isEmpty();
    }

    @Test
    void anEmptyElementOfAListSaysNothing() {
        GenerateRequest empty = new GenerateRequest(PROJECT, List.of("a.h"), PROJECT.resolve("out"), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(),
                Arrays.asList("X=1", null), List.of(),
                new GenerateRequest.Rules(Optional.empty(), Arrays.asList((String) null), List.of(), Optional.empty(),
                        List.of(), List.of(), Optional.empty()),
                Optional.empty(), Optional.empty(), Optional.empty(), false, false);

        assertThat(GeneratorArguments.of(empty)).containsExactly("--header", "a.h", "--out", "out", "-D", "X=1");
    }

    @Test
    void pathsInTheProjectAreTheSameWhereverItIsCheckedOut() {
        GenerateRequest absolute = new GenerateRequest(PROJECT, List.of(PROJECT + "/src/a.h", "/usr/include/zlib.h"),
                PROJECT.resolve("out"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), List.of(PROJECT + "/./include", PROJECT.toString()), List.of(), List.of(),
                GenerateRequest.Rules.NONE, Optional.empty(), Optional.empty(), Optional.empty(), false, false);

        assertThat(GeneratorArguments.of(absolute)).containsExactly("--header", "src/a.h", "--header",
                "/usr/include/zlib.h", "--out", "out", "-I", "include", "-I", ".");
    }

    @Test
    void noComponentOfTheRequestIsForgotten() throws ReflectiveOperationException {
        Object[] values = valuesOf(small);
        RecordComponent[] components = GenerateRequest.class.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals("directory")) {
                continue;
            }
            Object[] changed = values.clone();
            changed[i] = components[i].getAccessor().invoke(full);
            GenerateRequest request = (GenerateRequest) GenerateRequest.class.getDeclaredConstructors()[0]
                    .newInstance(changed);
            assertThat(List.of(GeneratorArguments.of(request), GeneratorArguments.ofManner(request)))
                    .as(components[i].getName())
                    .isNotEqualTo(List.of(GeneratorArguments.of(small), GeneratorArguments.ofManner(small)));
        }
    }

    private static Object[] valuesOf(GenerateRequest request) {
        return Arrays.stream(GenerateRequest.class.getRecordComponents()).map(component -> {
            try {
                return component.getAccessor().invoke(request);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }).toArray();
    }
}
