package org.ffigen.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.ffigen.maven.jdk.ToolchainJdks;

/**
 * Turns C headers into Java bindings, and adds them to the sources of the project. Does nothing if no header, no file
 * that one includes, and no parameter has changed since the last time.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /**
     * The headers to bind, together in one binding: paths from the project's folder, or names on the include path such
     * as {@code zlib.h}.
     */
    @Parameter(required = true)
    private List<String> headers;

    /** The Java package. By default it is derived from the name of the first header. */
    @Parameter
    private String packageName;

    /** The class with the functions. By default {@code GeometryLibrary} for {@code geometry.h}. */
    @Parameter
    private String className;

    /** The library's name, as linkers know it: {@code z} for {@code libz.so}. By default the header's name. */
    @Parameter
    private String library;

    /** The source root that is written to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/ffigen")
    private File outputDirectory;

    /** Where the manifest goes. By default into the source root, named after the header. */
    @Parameter
    private File manifest;

    /** Prefixes of paths of further headers whose declarations are the library's own. */
    @Parameter
    private List<String> own;

    /** Folders to look for included headers in. */
    @Parameter
    private List<String> includeDirectories;

    /** Macros to define: {@code NAME} or {@code NAME=VALUE}. */
    @Parameter
    private List<String> defines;

    /** Passed to clang as they are. */
    @Parameter
    private List<String> clangArguments;

    /** A YAML file with rules on what is bound and what it is called. */
    @Parameter
    private File config;

    /** Patterns of what is bound: names, such as {@code sqlite3_*}, {@code struct:*}, {@code header:zconf.h}. */
    @Parameter
    private List<String> includes;

    /** Patterns of what is not bound. */
    @Parameter
    private List<String> excludes;

    /** How Java names follow C's: {@code java} or {@code c}. By default as Java spells names. */
    @Parameter
    private String naming;

    /** What names lose at their beginning, such as {@code sqlite3_}. */
    @Parameter
    private List<String> stripPrefixes;

    /** Names in Java: {@code sqlite3_open=open}, {@code struct:sqlite3=Database}. */
    @Parameter
    private List<String> renames;

    /**
     * A file, under version control, that keeps the names in Java: what is in it stays as it is, what is new gives
     * way. It is written if it is not there.
     */
    @Parameter
    private File names;

    /**
     * A C file to write, with functions for what no library exports: inline functions, macros, thread-local variables.
     * Compile it to a library; the bindings load that when they need it.
     */
    @Parameter
    private File shims;

    /** The library the shims are compiled to. By default {@code z-shims} for {@code z}. */
    @Parameter
    private String shimLibrary;

    /** The JDK, 25 or later, that runs the generator. By default one is looked for. */
    @Parameter(property = "ffigen.jdkHome")
    private File jdkHome;

    /** The libclang to read headers with. By default one is looked for, and downloaded if there is none. */
    @Parameter(property = "ffigen.libclang")
    private File libclang;

    /** Generates nothing; what is in the output folder is compiled all the same. */
    @Parameter(property = "ffigen.skip", defaultValue = "false")
    private boolean skip;

    /** Tells more. */
    @Parameter(property = "ffigen.verbose", defaultValue = "false")
    private boolean verbose;

    @Parameter(defaultValue = "${settings.offline}", readonly = true)
    private boolean offline;

    @Parameter(defaultValue = "${project.build.directory}/ffigen", readonly = true)
    private File workDirectory;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
    private List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    private final MavenProject project;
    private final MavenSession session;
    private final ToolchainManager toolchains;

    @Inject
    GenerateMojo(MavenProject project, MavenSession session, ToolchainManager toolchains) {
        this.project = project;
        this.session = session;
        this.toolchains = toolchains;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        project.addCompileSourceRoot(outputDirectory.toString());
        if (skip) {
            getLog().info("ffigen: skipped (ffigen.skip)");
            return;
        }
        new Generation(request(), GeneratorClassPath.of(pluginArtifacts), new ToolchainJdks(toolchains, session),
                path(jdkHome), GeneratorEnvironment.of(session), workDirectory.toPath(), MadeBindings.of(project),
                getLog())
                .run(execution.getExecutionId());
    }

    private GenerateRequest request() {
        return new GenerateRequest(project.getBasedir().toPath(), headers, outputDirectory.toPath(), path(manifest),
                Optional.ofNullable(packageName), Optional.ofNullable(className), Optional.ofNullable(library),
                list(own), list(includeDirectories), list(defines), list(clangArguments), rules(), path(shims),
                Optional.ofNullable(shimLibrary), path(libclang), offline, verbose);
    }

    private GenerateRequest.Rules rules() {
        return new GenerateRequest.Rules(path(config), list(includes), list(excludes), Optional.ofNullable(naming),
                list(stripPrefixes), list(renames), path(names));
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static List<String> list(List<String> parameter) {
        return parameter == null ? List.of() : parameter;
    }
}
