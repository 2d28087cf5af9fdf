package org.ffigen.libclang;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds a libclang, 16 or newer, with its resource headers. In this order: {@code --libclang}; the variable
 * {@code FFIGEN_LIBCLANG}; the newest one of the system; the cache; the Maven artifact {@code org.bytedeco:llvm} from
 * the local Maven repository or downloaded, which fills the cache. If one of the first two is given and does not serve,
 * that is an error.
 *
 * <p>A locator may be used by several threads, and by several processes on one cache.
 */
public final class LibclangLocator {
    /** The environment variable that names a libclang. */
    public static final String VARIABLE = "FFIGEN_LIBCLANG";

    private static final String OPTION = "--libclang";

    private final Options options;
    private final Platform platform;
    private final Path root;

    /**
     * A locator for this machine.
     *
     * @param options what may differ between runs
     */
    public LibclangLocator(Options options) {
        this(options, Platform.current(), Path.of("/").toAbsolutePath());
    }

    LibclangLocator(Options options, Platform platform, Path root) {
        this.options = options;
        this.platform = platform;
        this.root = root;
    }

    /**
     * Finds a libclang. Takes some milliseconds unless the cache has to be filled.
     *
     * @return the first that serves
     * @throws LibclangNotFoundException if none does; the message names every place and the ways out
     */
    public LibclangInstallation locate() throws LibclangNotFoundException {
        ExplicitLibclang explicit = new ExplicitLibclang(platform, root);
        if (options.explicit().isPresent()) {
            return explicit.resolve(options.explicit().get(), OPTION);
        }
        String variable = options.environment().getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return explicit.resolve(
                    NamedPaths.ifAny(variable)
                            .orElseThrow(
                                    () -> new LibclangNotFoundException(VARIABLE + " is no path here: " + variable)),
                    VARIABLE);
        }
        SearchReport report = new SearchReport();
        report.failed(OPTION, "not given");
        report.failed(VARIABLE, "not set");
        Optional<LibclangInstallation> system = new SystemLibclang(platform, root, options.environment()).find(report);
        return system.isPresent() ? system.get() : fromArtifact(report);
    }

    /**
     * The pinned libclang of the Maven artifact, whatever else is installed: from the cache, the local Maven repository
     * or a download. Its {@link LibclangInstallation#includeDirectory()} holds {@code clang-c/Index.h}.
     *
     * @param options the cache, the repositories and whether to stay offline; {@code explicit} is not looked at
     * @return the installation in the cache
     * @throws LibclangNotFoundException if it cannot be had; the message names every place and the ways out
     */
    public static LibclangInstallation bundled(Options options) throws LibclangNotFoundException {
        return new LibclangLocator(options).fromArtifact(new SearchReport());
    }

    private LibclangInstallation fromArtifact(SearchReport report) throws LibclangNotFoundException {
        Optional<LibclangArtifact> artifact = LibclangArtifact.forPlatform(platform);
        if (artifact.isEmpty()) {
            report.failed("Maven artifact " + LibclangArtifact.GROUP + ":" + LibclangArtifact.ARTIFACT,
                    "has no libclang for " + platform.id());
        }
        return artifact.flatMap(jar -> new BundledLibclang(jar, options).obtain(report))
                .orElseThrow(() -> new LibclangNotFoundException("libclang was not found. Looked in:\n" + report.text()
                        + WaysOut.text(platform, artifact)));
    }

    /**
     * What a search depends on.
     *
     * @param explicit the value of {@code --libclang}: a library, its folder, or the folder of an LLVM installation
     * @param offline whether the network is out of bounds
     * @param cacheDirectory where extracted artifacts are kept; made if need be
     * @param environment the environment variables
     * @param progress takes one line at a time, without line end, on any thread; only slow work says something
     * @param localRepository the local Maven repository; only read
     * @param remoteRepository the HTTP address of the Maven repository to download from; empty: no download
     */
    public record Options(Optional<Path> explicit, boolean offline, Path cacheDirectory,
            Map<String, String> environment, Consumer<String> progress, Path localRepository,
            Optional<URI> remoteRepository) {
        /** Copies the environment. */
        public Options {
            environment = Map.copyOf(environment);
        }

        /**
         * The defaults of this machine: nothing explicit, online, and {@code FFIGEN_CACHE},
         * {@code FFIGEN_MAVEN_LOCAL_REPOSITORY} and {@code FFIGEN_MAVEN_REPOSITORY} if they are set.
         *
         * @param environment the environment variables
         * @param progress takes one line at a time, without line end, on any thread
         * @return the options
         * @throws IllegalArgumentException if one of those variables is no path or no URI; the message says which
         */
        public static Options of(Map<String, String> environment, Consumer<String> progress) {
            Path home = NamedPaths.home();
            return new Options(Optional.empty(), false,
                    CacheDirectory.choose(Platform.current().system(), environment, home), environment, progress,
                    LocalRepository.choose(environment, System.getProperty(LocalRepository.PROPERTY), home),
                    RemoteRepository.choose(environment));
        }

        /**
         * These options with a libclang that the user named.
         *
         * @param libclang a library, its folder, or the folder of an LLVM installation
         * @return the changed copy
         */
        public Options withExplicit(Path libclang) {
            return new Options(Optional.of(libclang), offline, cacheDirectory, environment, progress, localRepository,
                    remoteRepository);
        }

        /**
         * These options, with or without the network.
         *
         * @param isOffline whether the network is out of bounds
         * @return the changed copy
         */
        public Options withOffline(boolean isOffline) {
            return new Options(explicit, isOffline, cacheDirectory, environment, progress, localRepository,
                    remoteRepository);
        }
    }
}
