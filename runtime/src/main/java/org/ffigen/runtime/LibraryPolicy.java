package org.ffigen.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which native libraries may be opened. Two system properties, both lists separated by commas, say so:
 * {@code ffigen.allow}, without which everything is allowed, and {@code ffigen.deny}, which wins. They are read each
 * time a library is opened; what is open stays open.
 *
 * <p>
 * An entry with a {@code /} (or {@code \} on Windows) is a path: of a file, of a folder with all below it, or a glob as
 * {@link java.nio.file.FileSystem#getPathMatcher} knows it, but for its commas; a {@code ?} stands for one in a name. A
 * glob that is the path of something is that, too. Relative paths start at the working directory. Files are
 * compared by their real path, links resolved before any {@code ..}. A resource that is a plain file is that file,
 * whatever copy of it is opened. Any other entry is a name or a glob of names: of the library as the program asks for
 * it, of its file, or short ({@code z} for {@code libz.so.1}).
 *
 * <p>
 * A name holds for a file that goes by it, whichever way the program comes to that file, and nothing is denied only
 * under one of its names or paths. Those are the one asked for, each link on the way, the real file, and what in the
 * folders of those is the same file, as the link {@code libz.so.1} beside {@code libz.so}. Links and hard links in other
 * folders are not known.
 *
 * <p>
 * If the policy has a path in it or denies anything, a library that the dynamic loader would find by itself is looked up
 * in the loader's folders first, so that there is a file to check, and the file behind a link; if none is found, the
 * library is not opened. (On Windows and macOS that is so with paths only: system libraries need not be files there.)
 * Libraries that the file itself
 * needs are the loader's affair and are not checked. The policy guards against mistakes and surprising libraries, not
 * against code in this process, which could change the properties.
 *
 * <p>
 * Immutable: safe for any thread.
 */
public final class LibraryPolicy {
    private static final String ALLOW = "ffigen.allow";
    private static final String DENY = "ffigen.deny";

    private final @Nullable List<PolicyEntry> allowed;
    private final List<PolicyEntry> denied;

    private LibraryPolicy(@Nullable List<PolicyEntry> allowed, List<PolicyEntry> denied) {
        this.allowed = allowed;
        this.denied = denied;
    }

    /**
     * The policy that the system properties give now.
     *
     * @return the policy
     * @throws LibraryDeniedException if an entry is a malformed path or glob
     */
    public static LibraryPolicy current() {
        String allow = System.getProperty(ALLOW);
        return new LibraryPolicy(allow == null ? null : entries(allow), entries(System.getProperty(DENY, "")));
    }

    private static List<PolicyEntry> entries(String list) {
        List<PolicyEntry> entries = new ArrayList<>();
        for (String entry : list.split(",")) {
            if (!entry.isBlank()) {
                entries.add(PolicyEntry.of(entry.strip()));
            }
        }
        return entries;
    }

    /**
     * Whether a file may be opened.
     *
     * @param file its path
     * @return true if it may
     */
    public boolean allows(Path file) {
        return isEmpty() || refusal(LibraryNames.shortName(file.toString()), file, null) == null;
    }

    /**
     * Whether a library may be opened under this name, by the dynamic loader's own search.
     *
     * @param name the library's name or that of its file
     * @return true if it may, unless its file turns out to go by a name that is denied; false also where only its file
     *         could tell
     */
    public boolean allows(String name) {
        return !hasPaths() && refusal(name) == null;
    }

    /** Whether anything is denied. Then a name alone says too little: it may be that of a link to what is denied. */
    boolean denies() {
        return !denied.isEmpty();
    }

    /** Whether an entry names that library. */
    boolean denies(String asked) {
        return denied.stream().anyMatch(entry -> entry.matches(asked));
    }

    /** Whether some entry is a path, so that a name alone says too little. */
    boolean hasPaths() {
        return !isEmpty() && (denied.stream().anyMatch(PolicyEntry::isPath)
                || allowed != null && allowed.stream().anyMatch(PolicyEntry::isPath));
    }

    /** Nobody has said anything: then nothing is asked, which is felt when a program starts. */
    private boolean isEmpty() {
        return allowed == null && denied.isEmpty();
    }

    /** For symbols without a file of their own, those of the process. */
    void check(String asked) {
        String refusal = refusal(asked);
        if (refusal != null) {
            throw new LibraryDeniedException(refusal);
        }
    }

    /**
     * Why a file may not be opened, whether it is there or not; null if it may.
     *
     * @param resource what it is a copy of, which has another path each time; null if it is none
     */
    @Nullable
    String refusal(String asked, Path file, @Nullable String resource) {
        if (isEmpty()) {
            return null;
        }
        FileNames names = new FileNames(file);
        for (PolicyEntry entry : denied) {
            if (entry.matches(asked) || names.any(entry::matches)) {
                return denies(resource == null ? both(names) : resource, entry);
            }
        }
        if (allowed == null || allowed.stream().anyMatch(entry -> isMeant(entry, asked, names))) {
            return null;
        }
        return "the policy does not allow the library " + (resource == null ? both(names) : resource)
                + ": it is not in -D" + ALLOW + "=" + list(allowed) + "; to allow it, add "
                + (resource == null ? names.real().toString().replace(',', '?') + ", its folder, or " : "")
                + "the name " + entry(asked) + " there";
    }

    /** A path allows what really lies there, and no link that leads elsewhere. */
    private static boolean isMeant(PolicyEntry entry, String asked, FileNames names) {
        return entry.isPath()
                ? entry.matches(names.real())
                : entry.matches(asked) || names.any(entry::matches);
    }

    /** Why a library may not be opened by the loader under this name; null if it may. */
    @Nullable
    String refusal(String asked) {
        if (isEmpty()) {
            return null;
        }
        for (PolicyEntry entry : denied) {
            if (entry.matches(asked)) {
                return "the policy denies the library '" + asked + "': -D" + DENY + "=" + entry;
            }
        }
        if (allowed == null || allowed.stream().anyMatch(entry -> entry.matches(asked))) {
            return null;
        }
        return "the policy does not allow the library '" + asked + "': it is not in -D" + ALLOW + "=" + list(allowed)
                + "; to allow it, add the name " + entry(asked) + " there";
    }

    /** What an entry calls it. */
    private static String entry(String asked) {
        return LibraryNames.shortName(asked).replaceAll("[\\[\\]{},\\\\]", "?");
    }

    private static String denies(String library, PolicyEntry entry) {
        return "the policy denies the library " + library + ": -D" + DENY + "=" + entry
                + "; only removing that entry allows it";
    }

    private static String both(FileNames names) {
        Path given = names.given();
        return given.equals(names.real()) ? given.toString() : given + " (really " + names.real() + ")";
    }

    private static String list(List<PolicyEntry> entries) {
        return String.join(",", entries.stream().map(PolicyEntry::toString).toList());
    }
}
