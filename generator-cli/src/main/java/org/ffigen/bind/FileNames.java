package org.ffigen.bind;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names that become names of files, which systems limit to 255 bytes. */
final class FileNames {

    /** Leaves room for {@code $Symbols_12.class}. */
    private static final int MAX_BYTES = 200;

    private FileNames() {
    }

    /** The name itself, or its beginning and a checksum of the whole. */
    static String fitting(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        int end = 0;
        for (int length = 0; length <= MAX_BYTES - 12; end = name.offsetByCodePoints(end, 1)) {
            length += Character.toString(name.codePointAt(end)).getBytes(StandardCharsets.UTF_8).length;
        }
        return "%s_%08x".formatted(name.substring(0, end), checksum.getValue());
    }
}
