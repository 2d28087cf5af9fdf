package org.ffigen.libclang;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells LLVM's major version from the names of a library and its folders, without opening anything. */
final class LibclangVersion {
    /** The oldest major version that serves. */
    static final int OLDEST = 16;

    /** {@code libclang-19.so.1}, {@code libclang-16.0.6.so}: what follows the hyphen is always LLVM's version. */
    private static final Pattern HYPHENATED = Pattern.compile("libclang-(\\d+)(\\.\\d+)*\\.(so|dylib|dll)(\\.\\d+)*");

    /** {@code libclang.so.19.1}: the soname. For years it was 13 (and 1 in Debian) whatever the version was. */
    private static final Pattern SONAME = Pattern.compile("libclang\\.so\\.(\\d+)(\\.\\d+)*");

    /** {@code llvm-19}, {@code llvm19}, {@code llvm@19}: a folder that holds one version of LLVM. */
    private static final Pattern LLVM_FOLDER = Pattern.compile("llvm[-@]?(\\d+)(\\.\\d+)*");

    private static final Pattern PLAIN = Pattern.compile("(\\d+)(\\.\\d+)*");

    private LibclangVersion() {
    }

    /**
     * The major version that names tell.
     *
     * @param library the path under which the library was found
     * @param realLibrary where its symbolic links lead
     */
    static OptionalInt fromNames(Path library, Path realLibrary) {
        for (Path path : new Path[]{realLibrary, library}) {
            OptionalInt version = major(HYPHENATED, path.getFileName());
            if (version.isPresent()) {
                return version;
            }
        }
        OptionalInt soname = major(SONAME, realLibrary.getFileName());
        if (soname.isPresent() && soname.getAsInt() >= 14) {
            return soname;
        }
        OptionalInt folder = fromFolder(library);
        return folder.isPresent() ? folder : fromFolder(realLibrary);
    }

    /** From the installation's folder, the one that holds {@code lib}: {@code llvm-19}, or {@code llvm/19.1.7}. */
    private static OptionalInt fromFolder(Path library) {
        Path lib = library.getParent();
        Path installation = lib == null ? null : lib.getParent();
        if (installation == null || installation.getParent() == null) {
            return OptionalInt.empty();
        }
        Path above = installation.getParent().getFileName();
        return above != null && above.toString().equals("llvm")
                ? major(PLAIN, installation.getFileName())
                : major(LLVM_FOLDER, installation.getFileName());
    }

    private static OptionalInt major(Pattern pattern, Path name) {
        if (name == null) {
            return OptionalInt.empty();
        }
        Matcher matcher = pattern.matcher(name.toString());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
