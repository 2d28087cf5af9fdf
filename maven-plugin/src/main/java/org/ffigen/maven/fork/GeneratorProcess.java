package org.ffigen.maven.fork;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ffigen.maven.jdk.Jdk;

/** The generator in a JVM of its own. */
public final class GeneratorProcess {

    /** For a short run with a small heap; only the generator itself prints, and in an encoding that we know. */
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    private final Jdk jdk;
    private final List<Path> classPath;
    private final String mainClass;
    private final Map<String, String> environment;
    private final Path work;

    /**
     * @param classPath the generator and what it needs
     * @param environment variables beside those of this process
     * @param work a folder for the argument file and for crash reports; made if missing
     */
    public GeneratorProcess(Jdk jdk, List<Path> classPath, String mainClass, Map<String, String> environment,
            Path work) {
        this.jdk = jdk;
        this.classPath = List.copyOf(classPath);
        this.mainClass = mainClass;
        this.environment = Map.copyOf(environment);
        this.work = work;
    }

    /**
     * Runs the generator to its end; both its outputs are read all the while, so that it never waits for us.
     *
     * @param name of the argument file, which stays behind to run the generator by hand
     * @param directory the working directory
     * @throws InterruptedException if the build was stopped meanwhile; the generator is stopped, too
     */
    public GeneratorResult run(String name, List<String> arguments, Path directory, Consumer<String> out,
            Consumer<String> err) throws IOException, InterruptedException {
        Path argumentFile = work.resolve(name + ".args");
        // Of this run alone: process numbers come again, and there may be a report of an earlier run with the same.
        String report = "hs_err_" + Long.toHexString(System.nanoTime()) + "_pid%p.log";
        ArgumentFile.write(argumentFile, launcherArguments(arguments, report));
        ProcessBuilder builder = new ProcessBuilder(jdk.java().toString(), "@" + argumentFile)
                .directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Thread outReader = startReader(process.getInputStream(), out);
            Thread errReader = startReader(process.getErrorStream(), err);
            int status = process.waitFor();
            outReader.join();
            errReader.join();
            return new GeneratorResult(status,
                    CrashReport.read(work.resolve(report.replace("%p", Long.toString(process.pid())))));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> launcherArguments(List<String> arguments, String report) {
        List<String> all = new ArrayList<>(JVM_OPTIONS);
        all.add("-XX:ErrorFile=" + work.resolve(report));
        all.add("-cp");
        all.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        all.add(mainClass);
        all.addAll(arguments);
        return all;
    }

    private static Thread startReader(InputStream stream, Consumer<String> lines) {
        Thread thread = new Thread(() -> forEachLine(stream, lines), "ffigen output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void forEachLine(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException stopped) {
            // The process was destroyed, and nobody waits for the rest.
        }
    }
}
