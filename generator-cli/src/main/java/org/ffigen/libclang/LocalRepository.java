package org.ffigen.libclang;

import java.nio.file.Path;
import java.util.Map;

/** The user's local Maven repository. */
final class LocalRepository {
    /** The variable that names it for ffigen only. */
    static final String VARIABLE = "FFIGEN_MAVEN_LOCAL_REPOSITORY";

    /** Maven's own property. */
    static final String PROPERTY = "maven.repo.local";

    private LocalRepository() {
    }

    /** The variable, else the property {@code maven.repo.local}, else {@code .m2/repository} at home. */
    static Path choose(Map<String, String> environment, String property, Path home) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        if (!chosen.isBlank()) {
            return NamedPaths.of(VARIABLE, chosen).toAbsolutePath().normalize();
        }
        if (property != null && !property.isBlank()) {
            return NamedPaths.of(PROPERTY, property).toAbsolutePath().normalize();
        }
        return home.resolve(".m2/repository");
    }
}
