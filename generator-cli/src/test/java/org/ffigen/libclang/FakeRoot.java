package org.ffigen.libclang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The root of a file system as a distribution would fill it. */
record FakeRoot(Path root) {
    /** A file with something in it; the folders come along. */
    FakeRoot file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return this;
    }

    FakeRoot link(String path, String target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
        return this;
    }

    /** Debian's packages libclang1-N and libclang-N-dev, with the headers of libclang-common-N-dev. */
    FakeRoot debian(int version) throws IOException {
        return debianWithoutHeaders(version).file("usr/lib/llvm-" + version + "/lib/clang/" + version
                + "/include/stddef.h");
    }

    FakeRoot debianWithoutHeaders(int version) throws IOException {
        String file = "libclang-" + version + ".so." + version;
        return file("usr/lib/x86_64-linux-gnu/" + file)
                .link("usr/lib/x86_64-linux-gnu/libclang-" + version + ".so.1", file)
                .link("usr/lib/llvm-" + version + "/lib/libclang.so", "../../x86_64-linux-gnu/" + file)
                .link("usr/lib/llvm-" + version + "/lib/libclang-" + version + ".so.1",
                        "../../x86_64-linux-gnu/" + file)
                .file("usr/lib/llvm-" + version + "/lib/libclang-cpp.so." + version)
                .file("usr/lib/llvm-" + version + "/lib/libclangAST.a");
    }
}
