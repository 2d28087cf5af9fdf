package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The published schema, for every test that makes a manifest. */
public final class ManifestSchema {

    private static final Schema SCHEMA = load();

    private ManifestSchema() {
    }

    /** Fails unless the manifest is as the schema says. */
    public static void validate(String json) {
        assertThat(errors(json)).as("errors by the schema").isEmpty();
    }

    /** What the schema has against a manifest. */
    public static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    private static Schema load() {
        try (InputStream in = ManifestWriter.class.getResourceAsStream("manifest.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
