package org.ffigen.maven.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.junit.jupiter.api.Test;

class ToolchainJdksTest {

    @Test
    void theToolchainOfTheBuildNamesAHome() {
        assertThat(jdks(new Jvm("/jdk-25/bin/java")).ofThisBuild()).containsExactly(Path.of("/jdk-25"));
    }

    @Test
    void aBuildWithoutToolchainNamesNone() {
        assertThat(jdks(null).ofThisBuild()).isEmpty();
    }

    @Test
    void aToolchainWithoutJavaNamesNone() {
        assertThat(jdks(new Jvm(null)).ofThisBuild()).isEmpty();
    }

    @Test
    void allToolchainsAreAskedForTheVersionThatIsNeeded() {
        assertThat(jdks(null).suitable()).containsExactly(Path.of("/configured"));
    }

    private static ToolchainJdks jdks(Toolchain ofBuild) {
        return new ToolchainJdks(new ToolchainManager() {

            @Override
            public Toolchain getToolchainFromBuildContext(String type, MavenSession context) {
                assertThat(type).isEqualTo("jdk");
                return ofBuild;
            }

            @Override
            public List<Toolchain> getToolchains(MavenSession session, String type, Map<String, String> requirements) {
                assertThat(requirements).containsExactly(Map.entry("version", "[25,)"));
                return List.of(new Jvm("/configured/bin/java"));
            }
        }, null);
    }

    private record Jvm(String java) implements Toolchain {

        @Override
        public String getType() {
            return "jdk";
        }

        @Override
        public String findTool(String toolName) {
            return java;
        }
    }
}
