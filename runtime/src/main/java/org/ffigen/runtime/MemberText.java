package org.ffigen.runtime;

import java.util.StringJoiner;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What the members of a value look like in its text. Stateless. */
final class MemberText {
    private static final int MOST = 100;

    private MemberText() {
    }

    /** An array that lies in the value as its elements, anything else as it says itself: what C points to is not read. */
    static String of(@Nullable Object member) {
        if (!(member instanceof TypedPointer<?> array) || array.segment().isNative()) {
            return String.valueOf(member);
        }
        return switch (array) {
            case BoolPtr bools -> elements(bools.length(), bools::get);
            case BytePtr bytes -> elements(bytes.length(), bytes::get);
            case ShortPtr shorts -> elements(shorts.length(), shorts::get);
            case IntPtr ints -> elements(ints.length(), ints::get);
            case LongPtr longs -> elements(longs.length(), longs::get);
            case FloatPtr floats -> elements(floats.length(), floats::get);
            case DoublePtr doubles -> elements(doubles.length(), doubles::get);
            case PointerRef<?> pointers -> elements(pointers.length(), pointers::get);
            case StructPointer<?, ?> structs -> elements(structs.arrayLength(), structs::get);
            default -> array.toString();
        };
    }

    private static String elements(long length, LongFunction<?> element) {
        StringJoiner elements = new StringJoiner(", ", "[", length > MOST ? ", ...]" : "]");
        for (long i = 0; i < Math.min(length, MOST); i++) {
            elements.add(String.valueOf(element.apply(i)));
        }
        return elements.toString();
    }
}
