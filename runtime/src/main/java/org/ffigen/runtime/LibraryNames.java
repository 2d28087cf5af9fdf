package org.ffigen.runtime;

import java.io.File;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of library files say. Stateless. */
final class LibraryNames {
    /** Apart, because few programs ask for short names. */
    private static final class Patterns {
        static final Pattern UNIX = Pattern.compile("lib(.+?)(?:\\.so(?:\\.[\\d.]+)?|(?:\\.[\\d.]+)?\\.dylib)");
        static final Pattern WINDOWS = Pattern.compile("(.+)\\.(?i:dll)");
    }

    private LibraryNames() {
    }

    /** Whether a library's name says which file it is. */
    static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0;
    }

    /** The path in a URL as it is, in a jar or not: names in URLs have other characters for some. */
    static String path(URL url) {
        try {
            return URLDecoder.decode(url.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return url.getPath();
        }
    }

    /** The last part of a path. */
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar)) + 1);
    }

    /** {@code z} for {@code /lib/libz.so.1}; the file name itself if it does not look like that of a library. */
    static String shortName(String path) {
        String file = fileName(path);
        Matcher unix = Patterns.UNIX.matcher(file);
        if (unix.matches()) {
            return unix.group(1);
        }
        Matcher windows = Patterns.WINDOWS.matcher(file);
        return windows.matches() ? windows.group(1) : file;
    }
}
