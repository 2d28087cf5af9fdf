package org.ffigen.libclang;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The libclang of the Maven artifact: from the cache, or put there from the local Maven repository or a download.
 *
 * @param artifact the artifact for this machine
 * @param options the cache, the repositories, whether to stay offline, and who hears of the progress
 */
record BundledLibclang(LibclangArtifact artifact, LibclangLocator.Options options) {
    static final String FROM_CACHE = "cache";
    static final String FROM_LOCAL_REPOSITORY = "local repository";
    static final String FROM_DOWNLOAD = "download";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The installation; every place that could not give it goes to the report. Safe for processes at once. */
    Optional<LibclangInstallation> obtain(SearchReport report) {
        if (extraction().isComplete(root())) {
            return Optional.of(artifact.installation(root(), FROM_CACHE));
        }
        report.failed(root(), Files.exists(root()) ? "is incomplete (cache)" : "does not exist (cache)");
        boolean local = Files.isRegularFile(localJar());
        if (!local) {
            report.failed(localJar(), "does not exist (local Maven repository)");
        }
        Optional<String> refusal = refusalToDownload();
        refusal.ifPresent(reason -> report.failed(remotePlace(), reason));
        return local || refusal.isEmpty() ? fillCache(local, refusal.isEmpty(), report) : Optional.empty();
    }

    private Optional<String> refusalToDownload() {
        if (!artifact.isDownloadedUnasked()) {
            return Optional.of("not downloaded unasked, it has " + artifact.downloadMegabytes() + " MB; ask with: "
                    + artifact.fetchCommand());
        }
        if (options.offline()) {
            return Optional.of("not downloaded: offline");
        }
        return options.remoteRepository().isPresent()
                ? Optional.empty()
                : Optional.of("no repository is known; " + RemoteRepository.VARIABLE + " names one");
    }

    private Optional<LibclangInstallation> fillCache(boolean local, boolean remote, SearchReport report) {
        try {
            Files.createDirectories(options.cacheDirectory());
            try (CacheLock _ = CacheLock.acquire(beside(".lock"), this::sayWaiting)) {
                if (extraction().isComplete(root())) {
                    return Optional.of(artifact.installation(root(), FROM_CACHE));
                }
                if (local && extract(localJar(), localJar(), report)) {
                    return Optional.of(artifact.installation(root(), FROM_LOCAL_REPOSITORY));
                }
                return remote && download(report)
                        ? Optional.of(artifact.installation(root(), FROM_DOWNLOAD))
                        : Optional.empty();
            }
        } catch (IOException e) {
            report.failed(options.cacheDirectory(), FailureReason.of(e) + " (cache; " + CacheDirectory.VARIABLE
                    + " names another)");
            return Optional.empty();
        }
    }

    private boolean download(SearchReport report) throws IOException {
        URI source = RemoteRepository.file(options.remoteRepository().orElseThrow(), artifact.repositoryPath());
        Path jar = beside(".jar.part");
        options.progress()
                .accept("Downloading libclang " + LibclangArtifact.LLVM_VERSION + " (once, "
                        + artifact.downloadMegabytes() + " MB) from " + remotePlace());
        try {
            new ArtifactDownload(source, jar, artifact.checksum(), artifact.name(), options.progress(), PATIENCE).run();
        } catch (IOException e) {
            report.failed(remotePlace(), FailureReason.of(e) + " (download; nothing of it was kept)");
            return false;
        }
        try {
            return extract(jar, remotePlace(), report);
        } finally {
            Files.delete(jar);
        }
    }

    private boolean extract(Path jar, Object place, SearchReport report) {
        options.progress().accept("Extracting libclang " + LibclangArtifact.LLVM_VERSION + " to " + root());
        try {
            if (place.equals(jar)) {
                artifact.checksum().verify(jar);
            }
            extraction().extract(jar);
            return true;
        } catch (IOException e) {
            report.failed(place, FailureReason.of(e));
            return false;
        }
    }

    private void sayWaiting() {
        options.progress().accept("Waiting for another process that is preparing libclang in " + root());
    }

    private ArtifactExtraction extraction() {
        return new ArtifactExtraction(artifact, root());
    }

    private Path root() {
        return beside("");
    }

    private Path beside(String suffix) {
        return options.cacheDirectory().resolve(artifact.name() + suffix);
    }

    private Path localJar() {
        return options.localRepository().resolve(artifact.repositoryPath());
    }

    private String remotePlace() {
        return options.remoteRepository()
                .map(repository -> RemoteRepository.file(repository, artifact.repositoryPath()))
                .map(RemoteRepository::display)
                .orElse("Maven Central");
    }
}
