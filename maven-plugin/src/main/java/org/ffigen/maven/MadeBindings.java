package org.ffigen.maven;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** What the executions of one project have made in this build. The generator, run once for each, cannot tell them apart. */
final class MadeBindings {

    private final Map<Map.Entry<Path, String>, Made> all = new HashMap<>();

    private record Made(List<String> arguments, String execution) {}

    /** Those of a project, the same for all its executions. */
    static MadeBindings of(MavenProject project) {
        String key = MadeBindings.class.getName();
        synchronized (project) {
            // Another class loader's, of a second version of the plugin, is none of ours.
            if (!(project.getContextValue(key) instanceof MadeBindings)) {
                project.setContextValue(key, new MadeBindings());
            }
            return (MadeBindings) project.getContextValue(key);
        }
    }

    /**
     * Remembers a binding.
     *
     * @param binding its package and class
     * @throws MojoFailureException if an execution has made another in its place, which is gone now
     */
    synchronized void add(Path output, String binding, List<String> arguments, String execution)
            throws MojoFailureException {
        Made before = all.putIfAbsent(Map.entry(output, binding), new Made(arguments, execution));
        if (before != null && !before.arguments().equals(arguments)) {
            throw new MojoFailureException("the executions " + before.execution() + " and " + execution
                    + " both make " + binding + " in " + output
                    + ", and each replaces the other's: give one of them another packageName, className or outputDirectory");
        }
    }
}
