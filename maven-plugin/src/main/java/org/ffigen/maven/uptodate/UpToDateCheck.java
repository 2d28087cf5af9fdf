package org.ffigen.maven.uptodate;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run of the generator would change nothing: it ran before with the same arguments, and every header it
 * read (those that headers include as well) and every file it wrote holds what it held then.
 */
public final class UpToDateCheck {

    private static final String SUFFIX = ".depfile";

    private final Path output;
    private final String request;
    private final List<Path> classPath;

    /**
     * @param output the source root
     * @param generatorVersion a different generator makes everything out of date
     * @param arguments those that decide on the output
     * @param classPath the generator's; a file newer than the last run makes everything out of date, because a
     *        snapshot's version does not tell
     */
    public UpToDateCheck(Path output, String generatorVersion, List<String> arguments, List<Path> classPath) {
        this.output = output;
        this.request = "ffigen-depfile 1 " + generatorVersion + " " + Sha256.of(arguments);
        this.classPath = List.copyOf(classPath);
    }

    /** Whether there is nothing to do. */
    public boolean isUpToDate() {
        return depfile().filter(this::isNewerThanGenerator)
                .map(Depfile::entries)
                .filter(entries -> !entries.isEmpty() && entries.stream().allMatch(UpToDateCheck::isIntact))
                .isPresent();
    }

    /** Remembers that the generator, as it is now, ran: it leaves a depfile alone whose content did not change. */
    public void recordRun() {
        depfile().ifPresent(depfile -> {
            try {
                Files.setLastModifiedTime(depfile.path(), FileTime.from(Instant.now()));
            } catch (IOException laterRunsAgain) {
                // The next build runs the generator once more, which does no harm.
            }
        });
    }

    /** The binding that the request makes, as what was written down about its last run tells: its package and class. */
    public Optional<String> binding() {
        return depfile().map(depfile -> depfile.path().getFileName().toString())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()));
    }

    private Optional<Depfile> depfile() {
        Path folder = output.resolve(".ffigen");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> depfiles = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path path : depfiles) {
                Optional<Depfile> depfile = Depfile.read(path, output).filter(file -> file.request().equals(request));
                if (depfile.isPresent()) {
                    return depfile;
                }
            }
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isNewerThanGenerator(Depfile depfile) {
        try {
            FileTime ran = Files.getLastModifiedTime(depfile.path());
            for (Path entry : classPath) {
                // A folder's time says nothing about the classes in it.
                if (Files.isDirectory(entry) || Files.getLastModifiedTime(entry).compareTo(ran) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isIntact(Depfile.Entry entry) {
        try {
            return Files.isRegularFile(entry.file()) && Sha256.of(entry.file()).equals(entry.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
