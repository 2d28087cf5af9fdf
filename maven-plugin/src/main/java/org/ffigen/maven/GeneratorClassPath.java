package org.ffigen.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The generator, as Maven resolved it with the plugin.
 *
 * @param version the generator's
 * @param entries its jar and those it needs; folders, in a build that compiles the generator itself
 */
record GeneratorClassPath(String version, List<Path> entries) {

    private static final String GENERATOR = "ffigen-generator";

    /** @param pluginArtifacts everything on the plugin's own class path */
    static GeneratorClassPath of(List<Artifact> pluginArtifacts) throws MojoExecutionException {
        Artifact generator = pluginArtifacts.stream()
                .filter(each -> each.getArtifactId().equals(GENERATOR))
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        GENERATOR + " is not among the plugin's dependencies; is it excluded?"));
        return new GeneratorClassPath(generator.getBaseVersion(),
                pluginArtifacts.stream().map(each -> each.getFile().toPath()).toList());
    }
}
