package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which headers are the library's own. A header is if
 * <ul>
 * <li>it was asked for;
 * <li>an own header includes it with quotes;
 * <li>it lies beside a header that was asked for, unless clang found it as a system header: beside
 * {@code /usr/include/zlib.h} lies everything else;
 * <li>it lies below the folder named after a header that was asked for: {@code foo/} beside {@code foo.h};
 * <li>it lies below the folder of a header that was asked for by a name with a folder: {@code curl/} for
 * {@code curl/curl.h};
 * <li>its absolute path, or the name it is included by, begins with a prefix the user gives ({@code --own}).
 * </ul>
 */
final class OwnHeaders {

    /**
     * A header that was asked for.
     *
     * @param name as it is included; its own name if it was asked for by path
     */
    record Root(Path path, String name) {
        private Path folder() {
            return path.getParent();
        }

        /** Whether the name tells the folder that is the library's: {@code ./foo.h} and {@code ../include/foo.h} do not. */
        private boolean hasFolder() {
            Path named = Path.of(name).normalize();
            return named.getNameCount() > 1 && !named.startsWith("..");
        }

        private String stem() {
            String file = path.getFileName().toString();
            int dot = file.lastIndexOf('.');
            return dot > 0 ? file.substring(0, dot) : file;
        }
    }

    /** An include directive; {@code isQuoted} is asked only if it matters. */
    interface Directive {
        Path includer();

        Path included();

        boolean isQuoted();
    }

    /** A header that is read. */
    record Header(Path path, String name) {}

    private final List<Root> roots;
    private final List<String> prefixes;
    private final Predicate<Path> isSystem;

    /** @param isSystem whether clang found a file as a system header; asked only if it matters */
    OwnHeaders(List<Root> roots, List<String> prefixes, Predicate<Path> isSystem) {
        this.roots = roots;
        this.prefixes = prefixes;
        this.isSystem = isSystem;
    }

    /** The paths of the own headers among {@code headers}. */
    Set<Path> among(Collection<Header> headers, Collection<? extends Directive> directives) {
        Set<Path> own = new HashSet<>();
        Deque<Path> unread = new ArrayDeque<>();
        for (Header header : headers) {
            if (isOwnByPlace(header) && own.add(header.path())) {
                unread.add(header.path());
            }
        }
        while (!unread.isEmpty()) {
            Path includer = unread.remove();
            for (Directive directive : directives) {
                if (includer.equals(directive.includer()) && !own.contains(directive.included())
                        && directive.isQuoted()) {
                    own.add(directive.included());
                    unread.add(directive.included());
                }
            }
        }
        return own;
    }

    private boolean isOwnByPlace(Header header) {
        Path path = header.path();
        for (Root root : roots) {
            if (path.equals(root.path()) || path.startsWith(root.folder().resolve(root.stem()))
                    || path.startsWith(root.folder()) && root.hasFolder()
                    || path.getParent().equals(root.folder()) && !isSystem.test(path)) {
                return true;
            }
        }
        for (String prefix : prefixes) {
            if (path.toString().startsWith(prefix) || header.name().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
