package org.ffigen.maven;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Environment variables for the generator: where Maven has its repositories, in case libclang must be fetched. What
 * the user's own environment says goes first.
 */
final class GeneratorEnvironment {

    private static final String CENTRAL = "central";

    private GeneratorEnvironment() {
    }

    static Map<String, String> of(MavenSession session) {
        return of(session.getRepositorySession().getLocalRepository().getBasedir().toString(),
                session.getCurrentProject().getRemotePluginRepositories(), System.getenv());
    }

    static Map<String, String> of(String localRepository, List<RemoteRepository> remote, Map<String, String> users) {
        Map<String, String> environment = new TreeMap<>();
        // Its handlers replace the JVM's, and then neither reports a crash.
        environment.put("LIBCLANG_DISABLE_CRASH_RECOVERY", "1");
        environment.put("FFIGEN_MAVEN_LOCAL_REPOSITORY", localRepository);
        central(remote).ifPresent(url -> environment.put("FFIGEN_MAVEN_REPOSITORY", url));
        users.keySet().stream().filter(name -> name.startsWith("FFIGEN_")).forEach(environment::remove);
        return Map.copyOf(environment);
    }

    /** Maven Central, or the mirror that stands for it; not one with a password, because the generator has none. */
    private static Optional<String> central(List<RemoteRepository> remote) {
        return remote.stream()
                .filter(each -> Stream.concat(Stream.of(each), each.getMirroredRepositories().stream())
                        .anyMatch(repository -> repository.getId().equals(CENTRAL)))
                .filter(each -> each.getAuthentication() == null && each.getUrl().startsWith("http"))
                .map(RemoteRepository::getUrl)
                .findFirst();
    }
}
