package org.ffigen.maven.jdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** The JDKs that Maven's toolchains name. */
public final class ToolchainJdks {

    private static final String TYPE = "jdk";

    private final ToolchainManager manager;
    private final MavenSession session;

    public ToolchainJdks(ToolchainManager manager, MavenSession session) {
        this.manager = manager;
        this.session = session;
    }

    /** The one that the toolchains plugin chose for this build, if it runs before us. */
    public List<Path> ofThisBuild() {
        return Optional.ofNullable(manager.getToolchainFromBuildContext(TYPE, session))
                .flatMap(ToolchainJdks::home)
                .stream()
                .toList();
    }

    /** Those in {@code toolchains.xml} that are new enough by their own word. */
    public List<Path> suitable() {
        return manager.getToolchains(session, TYPE, Map.of("version", "[" + JdkLocator.REQUIRED + ",)"))
                .stream()
                .flatMap(toolchain -> home(toolchain).stream())
                .toList();
    }

    private static Optional<Path> home(Toolchain toolchain) {
        return Optional.ofNullable(toolchain.findTool("java")).map(java -> Path.of(java).getParent().getParent());
    }
}
