package client;

import static lib.zlib.ZlibLibrary.Z_OK;
import static lib.zlib.ZlibLibrary.compress;
import static lib.zlib.ZlibLibrary.compressBound;
import static lib.zlib.ZlibLibrary.uncompress;
import static lib.zlib.ZlibLibrary.zlibVersion;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.ffigen.runtime.BytePtr;
import org.ffigen.runtime.LongPtr;

/** Compresses bytes and restores them. */
final class ZlibClient {

    private ZlibClient() {
    }

    public static void main(String[] arguments) {
        byte[] original = new byte[100_000];
        new Random(1).nextBytes(original);
        Arrays.fill(original, 10_000, 90_000, (byte) 'a');
        System.out.println("version " + zlibVersion());
        try (Arena arena = Arena.ofConfined()) {
            BytePtr source = BytePtr.of(arena.allocateFrom(ValueLayout.JAVA_BYTE, original));
            long bound = compressBound(original.length);
            BytePtr packed = BytePtr.allocate(arena, bound);
            LongPtr packedLength = LongPtr.allocateFrom(arena, bound);
            expectOk(compress(packed, packedLength, source, original.length));

            BytePtr restored = BytePtr.allocate(arena, original.length);
            LongPtr restoredLength = LongPtr.allocateFrom(arena, original.length);
            expectOk(uncompress(restored, restoredLength, packed, packedLength.get()));

            if (packedLength.get() > 25_000
                    || !Arrays.equals(original, restored.segment().toArray(ValueLayout.JAVA_BYTE))) {
                throw new IllegalStateException("not restored; packed into " + packedLength.get() + " bytes");
            }
            System.out.println("restored " + restoredLength.get() + " bytes");
        }
    }

    private static void expectOk(int status) {
        if (status != Z_OK) {
            throw new IllegalStateException("zlib: " + status);
        }
    }
}
