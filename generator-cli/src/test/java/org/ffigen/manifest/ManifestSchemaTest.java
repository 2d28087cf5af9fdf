package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestSchemaTest {

    private static final String RICH = ManifestWriter.write(RichApi.api());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            "schemaVersion": "1.0"        | "schemaVersion": "2.0"
            "schemaVersion": "1.0"        | "schema": "1.0"
            "file": "rich.h"              | "file": "/usr/include/rich.h"
            "kind": "typedef"             | "kind": "struct"
            "ref": "builtin:int"          | "ref": "builtin:int32"
            "ref": "builtin:int"          | "ref": "builtin:int", "register": true
            "value": "2147483648"         | "value": 2147483648
            "*": "3.25"                   | "*": "3,25"
            "optional": true              | "optional": null
            "optional": true,             |
            "result": "i32"               | "result": "int"
            "result": "i32"               | "result": "i32", "type": "i32"
            "type": "i32"                 | "type": "void"
            "struct": [                   | "name": "point_t", "struct": [
            "linkage": "external"         | "linkage": "extern"
            "code": "function-like-macro" | "code": "function like macro"
            "bytes": {                    | "value": {
            "linux-x86_64": {             | "linux": {
            "longBits": 64                | "longBits": 63
            "nullability": "nonnull"      | "nullability": "unspecified"
            "struct:point": {             | "class:point": {
            "align": 4                    | "align": 0
            """)
    void theSchemaIsStrict(String right, String wrong) {
        assertThat(RICH).contains(right);
        String replacement = wrong == null ? "" : wrong;
        assertThat(ManifestSchema.errors(RICH.replace(right, replacement))).isNotEmpty();
    }

    @Test
    void theSchemaTakesARealManifest() {
        assertThat(ManifestSchema.errors(RICH)).isEmpty();
    }
}
