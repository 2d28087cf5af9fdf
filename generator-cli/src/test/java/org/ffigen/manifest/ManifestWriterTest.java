package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class ManifestWriterTest {

    private static final JsonObject RICH = JsonParser.parseString(ManifestWriter.write(RichApi.api()))
            .getAsJsonObject();

    private static JsonObject type(String id) {
        return RICH.getAsJsonObject("types").getAsJsonObject(id);
    }

    @Test
    void theTopLevelIsFixed() {
        assertThat(RICH.keySet()).containsExactly("$schema", "constants", "functions", "generator", "globals",
                "library", "provenance", "schemaVersion", "skipped", "symbols", "targets", "types");
        assertThat(RICH.get("$schema").getAsString()).isEqualTo("ffigen-manifest-1.schema.json");
        assertThat(RICH.get("schemaVersion").getAsString()).isEqualTo("1.0");
    }

    @Test
    void aStructShowsItsMembersAndWhereTheyLie() {
        assertThat(type("struct:point")).isEqualTo(JsonParser.parseString("""
                {"complete": true, "doc": {"brief": "A point.", "raw": "/** A point. */"}, "kind": "struct",
                 "layout": {"*": {"align": 4, "offsets": {"x": 0, "y": 4}, "size": 8}},
                 "members": [
                   {"deprecated": "gone", "doc": {"brief": "abscissa", "raw": "/**< abscissa */"}, "name": "x",
                    "type": {"ref": "builtin:int32_t"}},
                   {"name": "y", "type": {"ref": "builtin:int32_t"}}],
                 "name": "point", "source": {"column": 16, "file": "rich.h", "line": 22}, "typedefs": ["point_t"]}
                """));
    }

    @Test
    void bitFieldsAndAnonymousMembersHaveTheirPlaces() {
        assertThat(type("struct:bits").get("layout")).hasToString(
                "{\"*\":{\"align\":8,\"bitOffsets\":{\"a\":0,\"b\":3,\"c\":64},\"size\":16}}");
        assertThat(type("struct:bits").getAsJsonArray("members").get(2)).hasToString(
                "{\"bits\":0,\"type\":{\"ref\":\"builtin:unsigned int\"}}");
        assertThat(type("struct:anon").getAsJsonArray("members").get(1)).hasToString(
                "{\"type\":{\"ref\":\"union:anon.#1\"}}");
        assertThat(type("struct:anon").getAsJsonObject("layout").getAsJsonObject("*").get("offsets")).hasToString(
                "{\"all\":8,\"hi\":12,\"lo\":8,\"tag\":0}");
    }

    @Test
    void aTypeWithoutANameHasNone() {
        assertThat(type("union:anon.#1").has("name")).isFalse();
        assertThat(type("enum:#ANON_K").has("name")).isFalse();
        assertThat(type("enum:color").get("name").getAsString()).isEqualTo("color");
    }

    @Test
    void anEnumSaysWhatHoldsIt() {
        assertThat(type("enum:big_t").get("repr")).hasToString(
                "{\"*\":{\"bits\":32,\"signed\":false,\"type\":\"builtin:unsigned int\"}}");
        assertThat(type("enum:big_t").get("constants")).hasToString(
                "[{\"name\":\"BIG_A\",\"value\":\"1\"},{\"name\":\"BIG_B\",\"value\":\"2147483648\"}]");
    }

    @Test
    void anOpaqueTypeSaysSo() {
        assertThat(type("struct:rich_opaque").get("complete").getAsBoolean()).isFalse();
    }

    @Test
    void constantsAreExactText() {
        JsonObject constants = RICH.getAsJsonObject("constants");
        assertThat(constants.getAsJsonObject("macro:RICH_BIG").get("value")).hasToString(
                "{\"*\":\"1234605616436508552\"}");
        assertThat(constants.getAsJsonObject("macro:RICH_PI").get("value")).hasToString("{\"*\":\"3.25\"}");
        assertThat(constants.getAsJsonObject("macro:RICH_NAME").get("bytes")).hasToString("{\"*\":\"cmljaA==\"}");
    }

    @Test
    void aFunctionShowsItsDeclaration() {
        assertThat(RICH.getAsJsonObject("functions").getAsJsonObject("function:rich_open")).isEqualTo(
                JsonParser.parseString(
                        """
                                {"doc": {"brief": "Opens.", "raw": "/** Opens. @param name a name @return a handle */"},
                                 "linkage": "external", "name": "rich_open",
                                 "parameters": [
                                   {"name": "name", "type": {"nullability": "nonnull",
                                    "pointer": {"const": true, "ref": "builtin:char"}}},
                                   {"name": "flags", "type": {"ref": "builtin:int"}}],
                                 "returns": {"type": {"ref": "typedef:rich_t"}},
                                 "source": {"column": 8, "file": "rich.h", "line": 44}, "symbol": "rich_open", "variadic": false}
                                """));
    }

    @Test
    void theSkippedComeWithCodeReasonAndPlace() {
        assertThat(RICH.getAsJsonArray("skipped").get(0)).isEqualTo(JsonParser.parseString(
                """
                        {"code": "function-like-macro", "kind": "macro", "name": "RICH_MAX",
                         "reason": "a macro with parameters is no function: give --shims FILE, and its prototype in the config's macros",
                         "source": {"column": 9, "file": "rich.h", "line": 20}}
                        """));
    }
}
