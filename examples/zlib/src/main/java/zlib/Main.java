package zlib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static zlib.generated.ZlibLibrary.*;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.ToIntFunction;

import org.ffigen.runtime.BytePtr;
import zlib.generated.ZStream;

/** Streams bytes through zlib, a small buffer at a time. */
public final class Main {
    private static final int CHUNK = 64;
    private static final int STREAM_SIZE = (int) ZStream.LAYOUT.byteSize();

    private Main() {
    }

    public static void main(String[] arguments) {
        byte[] text = "A text that repeats itself. ".repeat(100).getBytes(UTF_8);

        byte[] deflated = deflated(text);
        System.out.println(text.length + " bytes, deflated " + deflated.length);
        System.out.println("the same again: " + Arrays.equals(text, inflated(deflated)));

        deflated[0] ^= 0x55;
        try {
            inflated(deflated);
        } catch (ZlibException e) {
            System.out.println(e.getMessage());
        }
    }

    static byte[] deflated(byte[] data) {
        try (Arena arena = Arena.ofConfined()) {
            ZStream.Ptr stream = ZStream.allocate(arena);
            deflateInit(stream, Z_BEST_COMPRESSION, ZLIB_VERSION, STREAM_SIZE);
            try {
                return pumped(stream, data, arena, s -> deflate(s, s.availIn() == 0 ? Z_FINISH : Z_NO_FLUSH));
            } finally {
                deflateEnd(stream);
            }
        }
    }

    static byte[] inflated(byte[] data) {
        try (Arena arena = Arena.ofConfined()) {
            ZStream.Ptr stream = ZStream.allocate(arena);
            inflateInit(stream, ZLIB_VERSION, STREAM_SIZE);
            try {
                return pumped(stream, data, arena, s -> inflate(s, Z_NO_FLUSH));
            } finally {
                inflateEnd(stream);
            }
        }
    }

    /** Gives the stream its input in chunks, and takes its output in chunks, until it says that it has ended. */
    private static byte[] pumped(ZStream.Ptr stream, byte[] data, Arena arena, ToIntFunction<ZStream.Ptr> step) {
        MemorySegment input = arena.allocate(CHUNK);
        MemorySegment output = arena.allocate(CHUNK);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        int read = 0;
        int status = Z_OK;
        while (status != Z_STREAM_END) {
            if (stream.availIn() == 0) {
                int length = Math.min(CHUNK, data.length - read);
                MemorySegment.copy(data, read, input, ValueLayout.JAVA_BYTE, 0, length);
                stream.nextIn(BytePtr.of(input)).availIn(length);
                read += length;
            }
            stream.nextOut(BytePtr.of(output)).availOut(CHUNK);
            status = step.applyAsInt(stream);
            result.writeBytes(output.asSlice(0, CHUNK - stream.availOut()).toArray(ValueLayout.JAVA_BYTE));
        }
        return result.toByteArray();
    }
}
