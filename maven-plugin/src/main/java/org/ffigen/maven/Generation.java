package org.ffigen.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.ffigen.maven.fork.GeneratorFailure;
import org.ffigen.maven.fork.GeneratorOutput;
import org.ffigen.maven.fork.GeneratorProcess;
import org.ffigen.maven.fork.GeneratorResult;
import org.ffigen.maven.jdk.Jdk;
import org.ffigen.maven.jdk.JdkLocator;
import org.ffigen.maven.jdk.JdkSources;
import org.ffigen.maven.jdk.NoSuitableJdkException;
import org.ffigen.maven.jdk.ToolchainJdks;
import org.ffigen.maven.uptodate.UpToDateCheck;

/** One execution of the goal, from the request to its result. */
record Generation(GenerateRequest request, GeneratorClassPath generator, ToolchainJdks toolchains,
        Optional<Path> jdkHome, Map<String, String> environment, Path work, MadeBindings made, Log log) {

    private static final String MAIN_CLASS = "org.ffigen.cli.Main";

    /**
     * Generates, unless there is nothing to do.
     *
     * @param name of the execution
     */
    void run(String name) throws MojoExecutionException, MojoFailureException {
        List<String> arguments = GeneratorArguments.of(request);
        UpToDateCheck check = new UpToDateCheck(request.output(), generator.version(), arguments, generator.entries());
        if (check.isUpToDate()) {
            log.info("ffigen: bindings are up to date");
        } else {
            generate(name, arguments);
            check.recordRun();
        }
        if (check.binding().isPresent()) {
            made.add(request.output(), check.binding().get(), arguments, name);
        }
    }

    private void generate(String name, List<String> arguments) throws MojoExecutionException, MojoFailureException {
        Jdk jdk = jdk();
        log.debug("generator on JDK " + jdk.feature() + " in " + jdk.home() + ": " + arguments);
        List<String> all = new ArrayList<>(GeneratorArguments.ofManner(request));
        all.addAll(arguments);
        GeneratorOutput output = new GeneratorOutput(log::info);
        try {
            GeneratorResult result = new GeneratorProcess(jdk, generator.entries(), MAIN_CLASS, environment, work)
                    .run(name, all, request.directory(), this::tell, output);
            report(result, output);
        } catch (IOException failed) {
            throw new MojoExecutionException("the generator could not be started with " + jdk.java(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("stopped while generating bindings", stopped);
        }
    }

    private void tell(String line) {
        if (line.startsWith("#")) {
            // A JVM that crashes says at length what is in its report, too.
            log.debug(line);
        } else {
            log.info(line);
        }
    }

    private Jdk jdk() throws MojoFailureException {
        try {
            return jdkHome.isPresent()
                    ? JdkLocator.require(jdkHome.get())
                    : JdkLocator.locate(JdkSources.of(toolchains));
        } catch (NoSuitableJdkException none) {
            throw new MojoFailureException(none.getMessage(), none);
        }
    }

    private void report(GeneratorResult result, GeneratorOutput output)
            throws MojoExecutionException, MojoFailureException {
        if (!result.isSuccess()) {
            GeneratorFailure failure = GeneratorFailure.of(result, request.headers(), output.text());
            if (failure.isOurs()) {
                throw new MojoExecutionException(failure.message());
            }
            throw new MojoFailureException(failure.message());
        }
        if (output.hasWarnings()) {
            log.warn(output.text());
        } else if (output.hasDiagnostics()) {
            log.info(output.text());
        }
    }
}
