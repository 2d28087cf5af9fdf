package org.ffigen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.junit.jupiter.api.Test;

class GeneratorEnvironmentTest {

    private static final RemoteRepository OTHER = repository("other", "https://other.invalid/").build();
    private static final RemoteRepository CENTRAL = repository("central", "https://central.invalid/").build();

    @Test
    void namesMavensRepositories() {
        assertThat(environment(OTHER, CENTRAL)).containsEntry("FFIGEN_MAVEN_LOCAL_REPOSITORY", "/m2")
                .containsEntry("FFIGEN_MAVEN_REPOSITORY", "https://central.invalid/");
    }

    @Test
    void aMirrorStandsForCentral() {
        RemoteRepository mirror = repository("mirror", "https://mirror.invalid/").addMirroredRepository(CENTRAL)
                .build();

        assertThat(environment(mirror)).containsEntry("FFIGEN_MAVEN_REPOSITORY", "https://mirror.invalid/");
    }

    @Test
    void aMirrorThatWantsAPasswordIsOfNoUse() {
        RemoteRepository mirror = repository("central", "https://mirror.invalid/")
                .setAuthentication(new AuthenticationBuilder().addUsername("me").build())
                .build();

        assertThat(environment(mirror)).doesNotContainKey("FFIGEN_MAVEN_REPOSITORY");
    }

    @Test
    void theUsersOwnEnvironmentGoesFirst() {
        Map<String, String> users = Map.of("FFIGEN_MAVEN_LOCAL_REPOSITORY", "/mine", "HOME", "/home");

        assertThat(GeneratorEnvironment.of("/m2", List.of(CENTRAL), users))
                .doesNotContainKeys("FFIGEN_MAVEN_LOCAL_REPOSITORY", "HOME")
                .containsKey("FFIGEN_MAVEN_REPOSITORY");
    }

    @Test
    void libclangMustNotHandleCrashesItself() {
        assertThat(environment()).containsEntry("LIBCLANG_DISABLE_CRASH_RECOVERY", "1");
    }

    private static Map<String, String> environment(RemoteRepository... repositories) {
        return GeneratorEnvironment.of("/m2", List.of(repositories), Map.of());
    }

    private static RemoteRepository.Builder repository(String id, String url) {
        return new RemoteRepository.Builder(id, "default", url);
    }
}
