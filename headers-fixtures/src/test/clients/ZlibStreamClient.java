package client;

import static lib.zlib.ZlibLibrary.Z_DEFAULT_COMPRESSION;
import static lib.zlib.ZlibLibrary.Z_FINISH;
import static lib.zlib.ZlibLibrary.Z_OK;
import static lib.zlib.ZlibLibrary.Z_STREAM_END;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import lib.zlib.ZStream;
import lib.zlib.ZlibLibrary;
import org.ffigen.runtime.BytePtr;

/** Compresses and restores by streams, which C code starts by the macros deflateInit and inflateInit. */
final class ZlibStreamClient {

    private ZlibStreamClient() {
    }

    public static void main(String[] arguments) {
        byte[] original = new byte[100_000];
        Arrays.fill(original, 10_000, 90_000, (byte) 'a');
        try (Arena arena = Arena.ofConfined()) {
            BytePtr source = BytePtr.of(arena.allocateFrom(ValueLayout.JAVA_BYTE, original));
            BytePtr packed = BytePtr.allocate(arena, original.length);
            BytePtr restored = BytePtr.allocate(arena, original.length);

            ZStream.Ptr deflate = stream(arena, source, original.length, packed, original.length);
            int started = ZlibLibrary.deflateInit(deflate, Z_DEFAULT_COMPRESSION);
            expect(Z_OK, started);
            expect(Z_STREAM_END, ZlibLibrary.deflate(deflate, Z_FINISH));
            expect(Z_OK, ZlibLibrary.deflateEnd(deflate));

            ZStream.Ptr inflate = stream(arena, packed, (int) deflate.totalOut(), restored, original.length);
            expect(Z_OK, ZlibLibrary.inflateInit(inflate));
            expect(Z_STREAM_END, ZlibLibrary.inflate(inflate, Z_FINISH));
            expect(Z_OK, ZlibLibrary.inflateEnd(inflate));

            if (!Arrays.equals(original, restored.segment().toArray(ValueLayout.JAVA_BYTE))) {
                throw new IllegalStateException("not restored");
            }
            System.out.println("started " + started + ", restored " + inflate.totalOut() + " bytes");
        }
    }

    private static ZStream.Ptr stream(Arena arena, BytePtr in, int inLength, BytePtr out, int outLength) {
        ZStream.Ptr stream = ZStream.allocate(arena);
        stream.nextIn(in);
        stream.availIn(inLength);
        stream.nextOut(out);
        stream.availOut(outLength);
        return stream;
    }

    private static void expect(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("zlib: " + status);
        }
    }
}
