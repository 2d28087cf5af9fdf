package org.ffigen.libclang;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Maven artifact that holds libclang for one platform, and how it is laid out once extracted.
 *
 * @param classifier the Maven classifier, also the folder inside the jar
 * @param checksum what the jar must hash to
 * @param library the file name of libclang, in the jar and once extracted
 * @param companions what libclang needs beside it: name in the jar to the name that the loader looks for
 * @param downloadMegabytes the size of the jar
 */
record LibclangArtifact(String classifier, Checksum checksum, String library, Map<String, String> companions,
        int downloadMegabytes) {
    static final String GROUP = "org.bytedeco";
    static final String ARTIFACT = "llvm";
    static final String VERSION = "20.1.7-1.5.12";
    static final String LLVM_VERSION = "20.1.7";

    /** Jars above this size are downloaded only by the user. */
    private static final int MOST_MEGABYTES_UNASKED = 300;

    private static final String RESOURCE_DIRECTORY = "lib/clang/20";
    private static final String RESOURCE_HEADERS = RESOURCE_DIRECTORY + "/include/";
    private static final String CLANG_C_HEADERS = "include/clang-c/";

    /** libclang.so NEEDs the versioned name, while the jar holds the plain one. */
    private static final Map<String, String> LINUX_COMPANIONS = Map.of("libLLVM.so", "libLLVM.so.20.1");
    private static final Map<String, String> MACOS_COMPANIONS = Map.of("libLLVM.dylib", "libLLVM.dylib");

    static Optional<LibclangArtifact> forPlatform(Platform platform) {
        return Optional.ofNullable(switch (platform.id()) {
            case "linux-x86_64" -> new LibclangArtifact("linux-x86_64",
                    Checksum.sha256("c9a63eb7b03477b582d558b51c288fd1731bf795bc741c10b32bdd6bcc2c501f"),
                    "libclang.so", LINUX_COMPANIONS, 141);
            case "linux-aarch64" -> new LibclangArtifact("linux-arm64",
                    Checksum.sha256("a293dd0ee0dd44f34afd34f3c52a101627221fa72f166e954e9e2aa16ec5641c"),
                    "libclang.so", LINUX_COMPANIONS, 138);
            case "macos-aarch64" -> new LibclangArtifact("macosx-arm64",
                    Checksum.sha256("0eff8e4fc9af2b3f77898da7ca997567cddfa033fd872b0ba46e16b657e01018"),
                    "libclang.dylib", MACOS_COMPANIONS, 101);
            case "macos-x86_64" -> new LibclangArtifact("macosx-x86_64",
                    Checksum.sha256("e3bc05560dae04e8dccf833332ce69283a9663f88a90bd03f0760ffb8a9116e1"),
                    "libclang.dylib", MACOS_COMPANIONS, 107);
            case "windows-x86_64" -> new LibclangArtifact("windows-x86_64",
                    Checksum.sha1("8e58f780b97d53d21e23fe4dbe6ba89e934b3e71"), "libclang.dll", Map.of(), 904);
            default -> null;
        });
    }

    /** Such as {@code llvm-20.1.7-1.5.12-linux-x86_64}: the jar's name without {@code .jar}, and the cache's folder. */
    String name() {
        return ARTIFACT + "-" + VERSION + "-" + classifier;
    }

    /** The jar's place in a Maven repository, with {@code /} on every system. */
    String repositoryPath() {
        return GROUP.replace('.', '/') + "/" + ARTIFACT + "/" + VERSION + "/" + name() + ".jar";
    }

    /** The command that puts the jar into the local Maven repository. */
    String fetchCommand() {
        return "mvn dependency:get -Dtransitive=false -Dartifact=" + GROUP + ":" + ARTIFACT + ":" + VERSION + ":jar:"
                + classifier;
    }

    boolean isDownloadedUnasked() {
        return downloadMegabytes <= MOST_MEGABYTES_UNASKED;
    }

    /** The folder inside the jar that holds everything, with a slash at its end. */
    String entryPrefix() {
        return GROUP.replace('.', '/') + "/" + ARTIFACT + "/" + classifier + "/";
    }

    /** Whether a file of the jar, named below {@link #entryPrefix()}, is a header to extract under the same name. */
    boolean isHeader(String relativeName) {
        return relativeName.startsWith(RESOURCE_HEADERS) || relativeName.startsWith(CLANG_C_HEADERS);
    }

    /** The installation that an extraction into {@code root} gives, whether or not it is there. */
    LibclangInstallation installation(Path root, String origin) {
        return new LibclangInstallation(root.resolve("lib").resolve(library), root.resolve(RESOURCE_DIRECTORY), origin);
    }
}
