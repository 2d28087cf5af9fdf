package org.ffigen.libclang;

import java.util.Optional;

/** What a user can do when no libclang was found. */
final class WaysOut {
    private WaysOut() {
    }

    static String text(Platform platform, Optional<LibclangArtifact> artifact) {
        StringBuilder text = new StringBuilder("Any of these helps:\n");
        text.append("  - install one: ").append(platform.system().installAdvice()).append('\n');
        text.append("  - name one: --libclang PATH, or ")
                .append(LibclangLocator.VARIABLE)
                .append("=PATH; a library, its folder, or the folder of an LLVM\n");
        artifact.ifPresent(jar -> text.append("  - fetch the Maven artifact, with a network and once: ")
                .append(jar.fetchCommand())
                .append('\n')
                .append("  - download it from a mirror of Maven Central: ")
                .append(RemoteRepository.VARIABLE)
                .append("=URL\n"));
        return text.toString().stripTrailing();
    }
}
