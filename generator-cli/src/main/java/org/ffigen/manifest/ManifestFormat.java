package org.ffigen.manifest;

/** The format's own words. */
public final class ManifestFormat {

    /** What {@code $schema} names. */
    public static final String SCHEMA = "ffigen-manifest-1.schema.json";

    /** {@code <major>.<minor>}: a minor version adds keys that may be ignored, a major one changes what is there. */
    public static final String SCHEMA_VERSION = "1.0";

    /** The major version this generator reads. */
    static final String MAJOR = "1";

    /** Who wrote the manifest. */
    public static final String GENERATOR_NAME = "ffigen";

    /** The generator's version, as its releases are named; the build's own version less {@code -SNAPSHOT}. */
    public static final String GENERATOR_VERSION = "0.1.0";

    /** In place of a target id: true of all targets. */
    static final String ALL_TARGETS = "*";

    private ManifestFormat() {
    }
}
