package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    private static Diagnostic complaint(String json) {
        Diagnostics diagnostics = new Diagnostics();
        assertThatThrownBy(() -> ManifestReader.read(json, "api.json", diagnostics))
                .isInstanceOf(GenerationException.class);
        assertThat(diagnostics.all()).hasSize(1);
        Diagnostic diagnostic = diagnostics.all().get(0);
        assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.INVALID_MANIFEST);
        assertThat(diagnostic.severity()).isEqualTo(Diagnostic.Severity.ERROR);
        assertThat(diagnostic.hint()).isPresent();
        return diagnostic;
    }

    /** The manifest of rich.h with the value at a JSON pointer replaced; {@code -} takes it away. */
    private static String edited(String pointer, String value) {
        JsonObject root = JsonParser.parseString(ManifestWriter.write(RichApi.api())).getAsJsonObject();
        String[] path = pointer.substring(1).split("/");
        JsonElement at = root;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.isJsonArray()
                    ? at.getAsJsonArray().get(Integer.parseInt(path[i]))
                    : at.getAsJsonObject().get(path[i]);
        }
        if (value.equals("-")) {
            at.getAsJsonObject().remove(path[path.length - 1]);
        } else {
            at.getAsJsonObject().add(path[path.length - 1], JsonParser.parseString(value));
        }
        return root.toString();
    }

    @Test
    void whatIsNoJsonIsShownWithItsLine() {
        Diagnostic diagnostic = complaint("{\n  \"schemaVersion\": \"1.0\",\n  oops\n}\n");
        assertThat(diagnostic.message()).startsWith("manifest api.json is not JSON: ").doesNotContain("path $");
        assertThat(diagnostic.place()).hasValueSatisfying(place -> {
            assertThat(place.file()).isEqualTo("api.json");
            assertThat(place.line()).isEqualTo(3);
            assertThat(place.text()).isEqualTo("  oops");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": 1,}", "{} {}", "{\"a\": 01}", "// no\n{}", "{'a': 1}", "[1"})
    void jsonIsTakenStrictly(String json) {
        assertThat(complaint(json).message()).startsWith("manifest api.json is not JSON: ");
    }

    @Test
    void aKeyMayNotStandTwice() {
        Diagnostic diagnostic = complaint("{\"a\": 1,\n\"a\": 2}");
        assertThat(diagnostic.message()).isEqualTo("manifest api.json is not JSON: Key \"a\" stands here twice");
        assertThat(diagnostic.place()).hasValueSatisfying(place -> assertThat(place.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "10.0", "1", "", "x"})
    void anotherMajorVersionIsRefused(String version) {
        Diagnostic diagnostic = complaint(edited("/schemaVersion", "\"" + version + "\""));
        assertThat(diagnostic.message()).isEqualTo("invalid manifest api.json: its schemaVersion is " + version
                + ", and this ffigen reads 1.x");
    }

    @Test
    void aLaterMinorVersionWithNewKeysIsRead() {
        JsonObject root = JsonParser.parseString(edited("/schemaVersion", "\"1.7\"")).getAsJsonObject();
        root.add("novelty", new JsonObject());
        root.getAsJsonObject("types").getAsJsonObject("struct:point").addProperty("novelty", 1);
        root.getAsJsonObject("functions").getAsJsonObject("function:rich_open").addProperty("novelty", true);
        assertThat(ManifestReader.read(root.toString(), new Diagnostics())).isEqualTo(RichApi.api());
    }

    @Test
    void derivedPartsAndNullsDoNotMatter() {
        JsonObject root = JsonParser.parseString(edited("/symbols", "{\"*\": {\"nonsense\": 1}}")).getAsJsonObject();
        root.getAsJsonObject("types").getAsJsonObject("struct:point").remove("typedefs");
        root.getAsJsonObject("functions").getAsJsonObject("function:rich_add").add("deprecated", null);
        assertThat(ManifestReader.read(root.toString(), new Diagnostics())).isEqualTo(RichApi.api());
    }

    /** The complaint is about the value that was replaced, or about another place. */
    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            /types | - | / | "types" is missing
            /types | [] | . | an object is expected
            /skipped | {} | . | an array is expected
            /library/name | 1 | . | a string is expected
            /types/struct:point/kind | "class" | . | "class" is none of struct, union, enum, typedef
            /types/struct:point/kind | "union" | /types/struct:point | the kind is union, but the id says otherwise
            /types/struct:point/complete | "yes" | . | true or false is expected
            /types/struct:point/members/1/type | {} | . | a type needs one of ref, pointer, array, function, complex, vector, atomic, bitInt, unsupported
            /types/struct:point/members/1/type/ref|"builtin:long int"|.|there is no builtin type "builtin:long int"
            /types/struct:point/members/1/type/ref | "struct:nowhere" | . | there is no struct:nowhere in this manifest
            /types/struct:point/members/1/type/ref | "struct:point" | /types/struct:point | struct:point contains itself
            /types/struct: | {} | . | "struct:" is not an id that may stand here
            /types/class:x | {} | . | "class:x" is not an id that may stand here
            /functions/struct:x | {} | . | "struct:x" is not an id that may stand here
            /types/a~b | {} | /types/a~0b | "a~b" is not an id that may stand here
            /types/struct:point/layout/*/size | 1.5 | . | a whole number from 0 is expected
            /types/struct:point/layout/*/size | -8 | . | a whole number from 0 is expected
            /types/struct:point/layout/*/size | 1e400 | . | a whole number from 0 is expected
            /types/struct:point/layout/*/size | "8" | . | a whole number from 0 is expected
            /types/struct:bits/members/0/bits | 4294967296 | . | the number is too large
            /types/enum:color/repr | {} | . | this must not be empty
            /constants/macro:RICH_BIG/value/* | "1.5" | . | a decimal integer in a string is expected
            /constants/macro:RICH_PI/value/* | "pi" | . | a number in a string is expected
            /constants/macro:RICH_NAME/bytes/* | "????" | . | this is not Base64: Illegal base64 character 3f
            /skipped/0/code | "bored" | . | there is no code "bored"
            /functions/function:rich_add/source | - | /functions/function:rich_add | "source" is missing
            /types/struct:point/members/1/type/ref|"macro:RICH_PI"|.|"macro:RICH_PI" is not an id that may stand here
            /types/struct:flex/members/1/type/array/ref|"struct:flex"|/types/struct:flex|struct:flex contains itself
            /types/typedef:point_t/type/ref|"typedef:point_t"|/types/typedef:point_t|typedef:point_t contains itself
            /types/struct:ops/layout/*/align|0|/types/struct:ops/layout|this does not fit the members or targets
            /types/struct:ops/layout/*/offsets/ld|-|/types/struct:ops/layout|this does not fit the members or targets
            /constants/macro:RICH_PI/value/x-y|"1"|/constants/macro:RICH_PI/value|one value for all targets is expected
            """)
    void whatIsNoManifestIsShownWithAJsonPointer(String pointer, String value, String place, String message) {
        assertThat(complaint(edited(pointer, value)).message())
                .isEqualTo("invalid manifest api.json: " + message + ", at " + (place.equals(".") ? pointer : place));
    }

    @Test
    void whatIsNoObjectIsNoManifest() {
        assertThat(complaint("[]").message()).isEqualTo("invalid manifest api.json: an object is expected, at /");
    }
}
