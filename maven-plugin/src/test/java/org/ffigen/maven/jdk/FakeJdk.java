package org.ffigen.maven.jdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like JDKs. */
public final class FakeJdk {

    private FakeJdk() {
    }

    /** A JDK of that version, as far as its files tell. */
    public static Path create(Path home, String version) throws IOException {
        return createWithRelease(home, "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"x\"\n");
    }

    static Path createWithRelease(Path home, String release) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java);
        if (!java.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + java);
        }
        Files.writeString(home.resolve("release"), release);
        return home;
    }
}
