package org.ffigen.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes the manifest's sidecar, {@code <manifest>.inputs.json}: what the machine that made the manifest had. It may
 * differ where the manifest does not, so it stays apart from it.
 */
public final class InputsWriter {

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\]|[A-Za-z]:[/\\\\]");

    private InputsWriter() {
    }

    /** What a header is to the library. */
    public enum Role {
        /** Of the library itself. */
        OWN,
        /** Of another library or the system. */
        SYSTEM,
        /** Of the compiler, such as {@code stddef.h}. */
        RESOURCE
    }

    /**
     * A file that was read.
     *
     * @param path relative to the folder of the run, or as an include would name it; with {@code /}
     * @param sha256 of its bytes, in lower-case hexadecimal
     */
    public record Input(String path, Role role, String sha256) {

        /** @throws IllegalArgumentException if the path is absolute */
        public Input {
            if (ABSOLUTE.matcher(path).lookingAt()) {
                throw new IllegalArgumentException("absolute path " + path);
            }
        }
    }

    /**
     * The sidecar, canonical like the manifest.
     *
     * @param libclang the version that read the headers
     */
    public static String write(List<Input> inputs, String libclang) {
        CanonicalJson json = new CanonicalJson().beginObject();
        json.key("inputs").beginArray();
        inputs.stream()
                .distinct()
                .sorted(Comparator.comparing(Input::path)
                        .thenComparing(Input::role)
                        .thenComparing(Input::sha256))
                .forEach(input -> {
                    json.beginObject();
                    json.key("path").value(input.path());
                    json.key("role").value(input.role().name().toLowerCase(Locale.ROOT));
                    json.key("sha256").value(input.sha256());
                    json.endObject();
                });
        json.endArray();
        json.key("libclang").value(libclang);
        json.key("schemaVersion").value(ManifestFormat.SCHEMA_VERSION);
        return json.endObject().finish();
    }
}
