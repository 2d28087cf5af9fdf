package org.ffigen.runtime;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a native library comes from: one place or several, tried in order. Nothing is opened before a
 * {@link NativeLibrary} or {@link ClosableLibrary} is made of it.
 *
 * {@snippet :
 * LibrarySource ssl = LibrarySource.named("ssl")
 *         .onWindows(LibrarySource.named("libssl-3-x64"))
 *         .or(LibrarySource.anyOf("libssl.so.3", "libssl.so.1.1"));
 * }
 *
 * <p>
 * Immutable: safe for any thread. Every method gives a new source. {@link LibraryPolicy} decides whether what a source
 * leads to may be opened.
 */
public final class LibrarySource {
    /** One thing to try. */
    sealed interface Place {
        /** The library, if it is there. */
        @Nullable
        LoadedLibrary in(LibrarySearch search);

        /** What the user can set to have it found elsewhere; empty for nothing. */
        default String advice() {
            return "";
        }

        /** The whole search for a name, or for a path that file alone. */
        record Named(String name) implements Place {
            @Override
            public @Nullable LoadedLibrary in(LibrarySearch search) {
                return search.named(name);
            }

            @Override
            public String advice() {
                return LibraryNames.isPath(name)
                        ? ""
                        : "Name the file with -Dffigen.library." + name
                                + "=PATH, or its folder with -Dffigen.library.path=FOLDER.";
            }
        }

        /** A file by its path, or one for the dynamic loader to find. */
        record FileName(String name) implements Place {
            @Override
            public @Nullable LoadedLibrary in(LibrarySearch search) {
                return search.file(name);
            }
        }

        /** A file that lies in a jar or anywhere else that has a URL. */
        record Resource(URL url) implements Place {
            @Override
            public @Nullable LoadedLibrary in(LibrarySearch search) {
                return search.resource(url);
            }

            @Override
            public String advice() {
                return ofFile(LibraryNames.path(url)) + " If no folder that copies were made in lets what lies there be"
                        + " executed, name another with -Dffigen.extract.dir=FOLDER.";
            }
        }

        /** A resource that is not there. */
        record NoResource(String path) implements Place {
            @Override
            public @Nullable LoadedLibrary in(LibrarySearch search) {
                return search.absent(path);
            }

            @Override
            public String advice() {
                return ofFile(path);
            }
        }

        private static String ofFile(String path) {
            return "Name the file with -Dffigen.library." + LibraryNames.shortName(path) + "=PATH.";
        }

        /** What the process has already. */
        record OfPlatform() implements Place {
            @Override
            public @Nullable LoadedLibrary in(LibrarySearch search) {
                return search.ofPlatform();
            }
        }
    }

    private final String name;
    private final List<Place> places;
    private final List<String> digests;

    private LibrarySource(String name, List<Place> places, List<String> digests) {
        this.name = name;
        this.places = List.copyOf(places);
        this.digests = List.copyOf(digests);
    }

    private static LibrarySource of(String name, List<Place> places) {
        return new LibrarySource(name, places, List.of());
    }

    /**
     * A library by name, in the search order of {@link NativeLibrary}.
     *
     * @param name the name without prefix and suffix ({@code z}), or a path, which is tried alone
     * @return the source
     */
    public static LibrarySource named(String name) {
        return of(name, List.of(new Place.Named(name)));
    }

    /**
     * One file.
     *
     * @param file its path; a relative one is resolved against the working directory when the library is opened
     * @return the source
     */
    public static LibrarySource file(Path file) {
        String path = file.toAbsolutePath().toString();
        return of(path, List.of(new Place.FileName(path)));
    }

    /**
     * The first of these that can be loaded, such as the sonames of several versions.
     *
     * @param files file names for the dynamic loader to find, or paths
     * @return the source, named after the first
     * @throws IllegalArgumentException if there is none
     */
    public static LibrarySource anyOf(String... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("no file name given");
        }
        List<Place> places = new ArrayList<>();
        for (String file : files) {
            places.add(new Place.FileName(file));
        }
        return of(files[0], places);
    }

    /**
     * A library inside a jar. When it is opened, it is copied to a folder that only this user can enter, checked, and
     * opened there; the copy is deleted when the library is closed, or the process ends. {@code ffigen.library.NAME}
     * replaces it, as for {@link #named}, where NAME is the short name of its file: {@code foo} for {@code libfoo.so}.
     *
     * @param owner the class beside which the resource lies; if its module is named, the resource's folder must not be
     *        a package of it that is closed to others (a folder like {@code linux-x86_64} is no package)
     * @param path as for {@link Class#getResource}; <code>{target}</code> becomes {@code linux-x86_64} and the like, and
     *        <code>{file:foo}</code> becomes {@code libfoo.so} and the like
     * @return the source
     */
    public static LibrarySource resource(Class<?> owner, String path) {
        String concrete = Platform.CURRENT.fill(path);
        URL url = owner.getResource(concrete);
        return url != null
                ? resource(url)
                : of(LibraryNames.shortName(concrete), List.of(new Place.NoResource(concrete)));
    }

    /**
     * A library inside a jar, by its URL: as {@link #resource(Class, String)}.
     *
     * @param url where the library is read from
     * @return the source
     */
    public static LibrarySource resource(URL url) {
        return of(LibraryNames.shortName(LibraryNames.path(url)), List.of(new Place.Resource(url)));
    }

    /**
     * What the process has loaded already: {@link System#loadLibrary} for the binding's class loader, and the C
     * library.
     *
     * @return the source, named {@code system}
     */
    public static LibrarySource system() {
        return of("system", List.of(new Place.OfPlatform()));
    }

    /**
     * Another source on Windows.
     *
     * @param other the source there
     * @return {@code other} on Windows, this elsewhere
     */
    public LibrarySource onWindows(LibrarySource other) {
        return Platform.CURRENT.isWindows() ? Objects.requireNonNull(other, "other") : this;
    }

    /**
     * Another source on macOS.
     *
     * @param other the source there
     * @return {@code other} on macOS, this elsewhere
     */
    public LibrarySource onMac(LibrarySource other) {
        return Platform.CURRENT.isMac() ? Objects.requireNonNull(other, "other") : this;
    }

    /**
     * A source to try when this one leads to nothing. What is there but refused, by policy or by a wrong digest, ends the
     * search; what is not there is passed over, whatever the policy says of it. Digests that either is
     * {@linkplain #pinned pinned} to hold for the files of both.
     *
     * @param other tried after this
     * @return both; the name is this source's
     */
    public LibrarySource or(LibrarySource other) {
        List<Place> both = new ArrayList<>(places);
        both.addAll(other.places);
        List<String> all = new ArrayList<>(digests);
        all.addAll(other.digests);
        return new LibrarySource(name, both, all);
    }

    /**
     * Lets only files with one of these contents be opened. A library that the dynamic loader would find by itself is
     * looked up in the loader's folders first, so that there is a file to check. The system property
     * {@code ffigen.sha256.NAME} does the same from outside, for every file that goes by this name: the name of the
     * source, the name asked for, its path, or a name of its file, of a link to it on the way or in the same folder,
     * short ({@code foo}) or whole ({@code libfoo.so}).
     *
     * @param sha256 the digests, in hexadecimal
     * @return the source
     * @throws IllegalArgumentException if one is not 64 hexadecimal digits
     */
    public LibrarySource pinned(String... sha256) {
        List<String> all = new ArrayList<>(digests);
        for (String digest : sha256) {
            all.add(FileDigest.checked(digest.toLowerCase(Locale.ROOT)));
        }
        return new LibrarySource(name, places, all);
    }

    /**
     * What the library is called in messages and in the names of system properties.
     *
     * @return the name, or the path if it was given as one
     */
    public String name() {
        return name;
    }

    /** What the user can set to have it found; empty for nothing. */
    String advice() {
        return places.stream().map(Place::advice).filter(advice -> !advice.isEmpty()).findFirst().orElse("");
    }

    List<Place> places() {
        return places;
    }

    List<String> digests() {
        return digests;
    }

    @Override
    public String toString() {
        return "LibrarySource[" + name + "]";
    }
}
