package org.ffigen.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.ffigen.diagnostic.Diagnostics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors check with and the reader agree. */
class ConfigSchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "naming: java",
            "naming: c",
            "strip-prefix: [a_, b_]",
            "strip-prefix: []",
            "rename: {f: g, 'struct:s': T}",
            "rename: {}",
            "include: ['a*', 'header:x.h']",
            "exclude: ['macro:*']",
            "functions: {f: {}}",
            "functions: {f: {variadic: {g: [], h: [int, 'const char *']}}}",
            "functions: {f: {variadic: {_g$1: [], größe: []}}}",
            "macros: ['int MAX(int a, int b)']",
    })
    void both_accept(String yaml) throws IOException {
        assertThat(reader(yaml)).isEmpty();
        assertThat(schema(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[]",
            "text",
            "namings: c",
            "naming: java8",
            "naming: [c]",
            "naming: ",
            "strip-prefix: a_",
            "strip-prefix: [1]",
            "strip-prefix: ['']",
            "strip-prefix: [' ']",
            "rename: [f]",
            "rename: {f: 1}",
            "rename: {f: }",
            "rename: {f: [g]}",
            "include: 'a*'",
            "include: {a: b}",
            "include: [true]",
            "exclude: [[a]]",
            "functions: [f]",
            "functions: {f: [int]}",
            "functions: {f: {variadics: {}}}",
            "functions: {f: {variadic: [int]}}",
            "functions: {f: {variadic: {g: int}}}",
            "functions: {f: {variadic: {g: [1.5]}}}",
            "functions: {f: {variadic: {'a-b': [int]}}}",
            "functions: {f: {variadic: {'1a': []}}}",
            "macros: 'int MAX(int a)'",
            "macros: [~]",
    })
    void both_reject(String yaml) throws IOException {
        assertThat(reader(yaml)).isNotEmpty();
        assertThat(schema(yaml)).isNotEmpty();
    }

    @Test
    void the_schema_has_the_keys_of_the_reader() throws IOException {
        String unknown = reader("no-such-key-at-all: 1").getFirst();

        try (InputStream in = Config.class.getResourceAsStream("config.schema.json")) {
            var keys = new JsonMapper().readTree(in).get("properties").propertyNames();
            assertThat(new TreeSet<>(List.of(unknown.replace("there is ", "").split(", "))))
                    .isEqualTo(new TreeSet<>(keys));
        }
    }

    private static List<String> reader(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        ConfigReader.read(yaml, "ffigen.yaml", diagnostics);
        return diagnostics.all().stream().map(d -> d.hint().orElseThrow()).toList();
    }

    private static List<String> schema(String yaml) throws IOException {
        String json = new JsonMapper().writeValueAsString(
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml));
        try (InputStream in = Config.class.getResourceAsStream("config.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
        }
    }
}
