package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Texts as C holds them: bytes in UTF-8 that end with a NUL. Stateless. */
public final class CString {

    private CString() {
    }

    /**
     * Reads the text at the start of a segment.
     *
     * @param segment bounded by what may be read; the null pointer is no text
     * @return null for the null pointer
     * @throws IndexOutOfBoundsException if no NUL lies within the bounds
     */
    public static @Nullable String read(MemorySegment segment) {
        return segment.isNative() && segment.address() == 0 ? null : segment.getString(0);
    }

    /**
     * Reads the text at the start of a segment.
     *
     * @param segment bounded by what may be read; the null pointer is no text
     * @param charset in which it is written; its NUL is as wide as its smallest character
     * @return null for the null pointer
     * @throws IndexOutOfBoundsException if no NUL lies within the bounds
     */
    public static @Nullable String read(MemorySegment segment, Charset charset) {
        return segment.isNative() && segment.address() == 0 ? null : CharsetText.decode(segment, charset);
    }

    /**
     * Reads a text and frees it, whatever reading comes to.
     *
     * @param address of the text, or NULL, which is freed too: free functions take it
     * @param read gives the text at an address
     * @param free frees it
     * @return what {@code read} gives
     */
    public static @Nullable String take(MemorySegment address, Function<MemorySegment, @Nullable String> read,
            Consumer<MemorySegment> free) {
        try {
            return read.apply(address);
        } finally {
            free.accept(address);
        }
    }

    /**
     * Makes a call that may write a text which the caller must free. If it throws, the text is freed here.
     *
     * @param <T> what the call gives
     * @param call the call
     * @param place where it writes the text's address, which is NULL before
     * @param read gives the text at an address
     * @param free frees it
     * @return what the call gives
     */
    public static <T extends @Nullable Object> T freeingOnFailure(Supplier<T> call, PointerRef<?> place,
            Function<MemorySegment, @Nullable String> read, Consumer<MemorySegment> free) {
        try {
            return call.get();
        } catch (Throwable failed) {
            MemorySegment address = place.getSegment(0);
            if (address.address() != 0) {
                String text = take(address, read, free);
                failed.addSuppressed(new TextOfFailure(text == null ? "" : text));
            }
            throw failed;
        }
    }

    /** Reads the text in a {@code char[N]}: up to the first NUL, or all of it if there is none. */
    public static String readArray(MemorySegment array) {
        byte[] bytes = array.toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Writes a text into a {@code char[N]} and fills the rest with NULs.
     *
     * @throws IllegalArgumentException if the text and one NUL do not fit
     */
    public static void writeArray(MemorySegment array, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= array.byteSize()) {
            throw new IllegalArgumentException(
                    "the text takes %d bytes and a NUL, the array holds %d".formatted(bytes.length, array.byteSize()));
        }
        array.fill((byte) 0);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, array, 0, bytes.length);
    }
}
