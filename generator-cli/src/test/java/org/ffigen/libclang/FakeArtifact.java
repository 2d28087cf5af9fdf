package org.ffigen.libclang;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small jar that is laid out like the real artifact, with the checksum that belongs to it. */
record FakeArtifact(Path jar, LibclangArtifact artifact) {
    static final String PREFIX = "org/bytedeco/llvm/linux-test/";

    /** Does not compress, so that a jar cut in the middle lacks something. */
    private static final byte[] LIBRARY = new byte[200_000];

    static {
        new Random(1).nextBytes(LIBRARY);
    }

    static FakeArtifact in(Path folder) throws IOException {
        return of(folder.resolve("fake.jar"), List.of("libclang.so", "libLLVM.so", "libclang-cpp.so",
                "include/clang-c/Index.h", "include/llvm-c/Core.h", "lib/clang/20/include/stddef.h",
                "lib/clang/20/include/ppc_wrappers/mmintrin.h"));
    }

    static FakeArtifact of(Path jar, List<String> names) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(PREFIX + name));
                zip.write(name.endsWith(".so") ? LIBRARY : name.getBytes());
                zip.closeEntry();
            }
        }
        var digest = Checksum.sha256("").newDigest();
        return new FakeArtifact(jar, artifact(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(jar)))));
    }

    static LibclangArtifact artifact(String sha256) {
        return new LibclangArtifact("linux-test", Checksum.sha256(sha256), "libclang.so",
                Map.of("libLLVM.so", "libLLVM.so.20.1"), 1);
    }

    /** Copies the jar to its place in a Maven repository. */
    Path installInto(Path repository) throws IOException {
        Path place = repository.resolve(artifact.repositoryPath());
        Files.createDirectories(place.getParent());
        return Files.copy(jar, place);
    }

    /** Options below a folder: an own cache and an own, empty local repository. */
    static LibclangLocator.Options options(Path folder, URI remote, List<String> progress) {
        return new LibclangLocator.Options(Optional.empty(), false, folder.resolve("cache"), Map.of(), progress::add,
                folder.resolve("m2"), Optional.ofNullable(remote));
    }

    static List<String> files(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        try (var walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }
}
