package org.ffigen.maven.jdk;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks the JDK that runs the generator. */
public final class JdkLocator {

    /** The oldest Java that runs the generator. */
    public static final int REQUIRED = 25;

    private JdkLocator() {
    }

    /**
     * The JDK that the user named.
     *
     * @throws NoSuitableJdkException if there is none in {@code home}, or an older one
     */
    public static Jdk require(Path home) throws NoSuitableJdkException {
        Optional<Jdk> jdk = Jdk.in(home);
        if (jdk.isEmpty()) {
            throw new NoSuitableJdkException("jdkHome is " + home + ", and there is no JDK in it");
        }
        if (jdk.get().feature() < REQUIRED) {
            throw new NoSuitableJdkException("jdkHome is " + home + ", a JDK " + jdk.get().feature()
                    + "; the generator needs " + REQUIRED + " or later");
        }
        return jdk.get();
    }

    /**
     * The first source that has a suitable JDK decides; of several there, the oldest, because the generator was
     * tested with it.
     *
     * @throws NoSuitableJdkException if none has; the message lists the sources and what was found in them
     */
    public static Jdk locate(List<JdkSource> sources) throws NoSuitableJdkException {
        StringBuilder seen = new StringBuilder();
        for (JdkSource source : sources) {
            List<Jdk> found = source.homes()
                    .get()
                    .stream()
                    .distinct()
                    .flatMap(home -> Jdk.in(home).stream())
                    .sorted(Comparator.comparingInt(Jdk::feature).thenComparing(Jdk::home))
                    .toList();
            Optional<Jdk> suitable = found.stream().filter(jdk -> jdk.feature() >= REQUIRED).findFirst();
            if (suitable.isPresent()) {
                return suitable.get();
            }
            seen.append("\n  ").append(source.name()).append(": ").append(describe(found));
        }
        throw new NoSuitableJdkException("the generator needs a JDK " + REQUIRED
                + " or later, and none was found. Looked in:" + seen + "\nInstall one, or name its folder with -Dffigen"
                + ".jdkHome=<folder> or <jdkHome>. Maven itself may stay on its own JDK.");
    }

    private static String describe(List<Jdk> found) {
        if (found.isEmpty()) {
            return "none";
        }
        return String.join(", ", found.stream().map(jdk -> jdk.feature() + " (" + jdk.home() + ")").toList());
    }
}
