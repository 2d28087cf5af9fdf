package org.ffigen.runtime;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What C makes of an argument that no prototype declares. */
final class VariadicArgument {

    /** A text that C reads in a charset. */
    record Text(String text, Charset charset) {}

    private VariadicArgument() {
    }

    /**
     * The argument as a handle takes it.
     *
     * @param position from 1, for the message
     * @param shape takes the letter of its type, see {@link #layout}
     * @param scratch where a text is copied to
     */
    static Object promoted(@Nullable Object argument, int position, StringBuilder shape, Scratch scratch) {
        return switch (argument) {
            case Integer number -> of('I', number, shape);
            case Short number -> of('I', number.intValue(), shape);
            case Byte number -> of('I', number.intValue(), shape);
            case Character letter -> of('I', (int) letter, shape);
            case Boolean truth -> of('I', truth ? 1 : 0, shape);
            case IntEnum constant -> of('I', constant.value(), shape);
            case Long number -> of('J', number, shape);
            case LongEnum constant -> of('J', constant.value(), shape);
            case Double number -> of('D', number, shape);
            case Float number -> of('D', number.doubleValue(), shape);
            case String text -> of('A', scratch.string(text), shape);
            case Text(var text, var charset) -> of('A', scratch.string(text, charset), shape);
            case MemorySegment segment -> of('A', checkNative(segment, position), shape);
            case Pointer<?> pointer -> of('A', checkNative(pointer.segment(), position), shape);
            case null -> throw new IllegalArgumentException("variadic argument " + position
                    + " is null, which has no type in C: pass MemorySegment.NULL for a null pointer");
            default -> throw new IllegalArgumentException("variadic argument " + position + " is a "
                    + argument.getClass().getName()
                    + ", which C cannot get: pass an Integer, a Long, a Double, a String,"
                    + " a MemorySegment, a pointer or an enum");
        };
    }

    static MemoryLayout layout(int letter) {
        return switch (letter) {
            case 'I' -> ValueLayout.JAVA_INT;
            case 'J' -> ValueLayout.JAVA_LONG;
            case 'D' -> ValueLayout.JAVA_DOUBLE;
            default -> ValueLayout.ADDRESS;
        };
    }

    private static Object of(char letter, Object value, StringBuilder shape) {
        shape.append(letter);
        return value;
    }

    private static MemorySegment checkNative(MemorySegment segment, int position) {
        if (!segment.isNative()) {
            throw new IllegalArgumentException("variadic argument " + position
                    + " is memory of the Java heap, which C cannot get: copy it to native memory");
        }
        return Liveness.check(segment);
    }
}
