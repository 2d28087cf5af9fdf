package org.ffigen.runtime;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The digests that the user pins from outside, by system properties {@code ffigen.sha256.NAME}. They hold for a file
 * under every name it goes by, so that no other way to the same library leads past them. Immutable: safe for any thread.
 */
final class UserPins {
    private static final String PREFIX = "ffigen.sha256.";

    private final Map<String, List<String>> byName;

    private UserPins(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    static UserPins current() {
        Map<String, List<String>> byName = new HashMap<>();
        for (Object key : System.getProperties().keySet()) {
            if (key instanceof String property && property.startsWith(PREFIX)) {
                // Never equal to any file's if it is malformed: nothing is opened then.
                byName.put(property.substring(PREFIX.length()),
                        List.of(System.getProperty(property, "").strip().toLowerCase(Locale.ROOT)));
            }
        }
        return new UserPins(byName);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Whether a library that is asked for like this is pinned. */
    boolean has(String name) {
        return byName.containsKey(name) || !byName.isEmpty() && byName.containsKey(LibraryNames.shortName(name));
    }

    /**
     * Refuses a file that is not the pinned one under each of its names and of those it was asked for by.
     *
     * @param original where its names come from: what it is a copy of, or the file itself
     * @param shown the file in messages
     * @return whether it is pinned
     */
    boolean check(Path file, Path original, String shown, String... asked) {
        if (byName.isEmpty()) {
            return false;
        }
        FileNames names = new FileNames(original);
        List<String> held = byName.keySet()
                .stream()
                .filter(pin -> isCalled(original.toString(), pin)
                        || Stream.of(asked).anyMatch(name -> isCalled(name, pin))
                        || names.any(path -> isCalled(path.toString(), pin)))
                .toList();
        held.forEach(pin -> FileDigest.check(file, shown, byName.get(pin)));
        return !held.isEmpty();
    }

    private static boolean isCalled(String path, String name) {
        return path.equals(name)
                || LibraryNames.fileName(path).equals(name)
                || LibraryNames.shortName(path).equals(name);
    }
}
