package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of {@link NativeType}, each with its layout in memory. */
enum ScalarType implements NativeType {
    I8(ValueLayout.JAVA_BYTE),
    U8(ValueLayout.JAVA_BYTE),
    I16(ValueLayout.JAVA_SHORT),
    U16(ValueLayout.JAVA_CHAR),
    I32(ValueLayout.JAVA_INT),
    U32(ValueLayout.JAVA_INT),
    I64(ValueLayout.JAVA_LONG),
    U64(ValueLayout.JAVA_LONG),
    ISIZE(ValueLayout.JAVA_LONG),
    USIZE(ValueLayout.JAVA_LONG),
    F32(ValueLayout.JAVA_FLOAT),
    F64(ValueLayout.JAVA_DOUBLE),
    BOOL(ValueLayout.JAVA_BOOLEAN),
    POINTER(ValueLayout.ADDRESS),
    BUFFER(ValueLayout.ADDRESS),
    FUNCTION(ValueLayout.ADDRESS),
    VOID(null);

    private static final Map<String, ScalarType> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ScalarType::toString, Function.identity()));

    private final @Nullable ValueLayout layout;
    private final String word = name().toLowerCase(Locale.ROOT);

    ScalarType(@Nullable ValueLayout layout) {
        this.layout = layout;
    }

    static ScalarType of(@Nullable String word) {
        ScalarType type = word == null ? null : BY_WORD.get(word);
        if (type == null) {
            throw new IllegalArgumentException("unknown type '" + word + "'; the types are "
                    + Arrays.stream(values()).map(ScalarType::toString).collect(Collectors.joining(", "))
                    + " and {\"struct\": [...]}");
        }
        return type;
    }

    boolean isAddress() {
        return layout instanceof java.lang.foreign.AddressLayout;
    }

    @Override
    public ValueLayout layout() {
        if (layout == null) {
            throw new IllegalArgumentException("void has no layout");
        }
        return layout;
    }

    /**
     * The layout a value of this type is passed with. C compilers trust the caller to extend what is narrower than an
     * int; Java's linker extends bytes as signed ones, so an unsigned byte is passed as an int. Where narrow arguments
     * on the stack are packed (macOS on ARM, from the ninth on) it must stay a byte, and there its width is all C reads.
     */
    MemoryLayout parameterLayout(int index) {
        boolean packed = CallDescriptor.PACKS_STACK_ARGUMENTS && index >= 8;
        return this == U8 && !packed ? ValueLayout.JAVA_INT : layout();
    }

    @Override
    public String toString() {
        return word;
    }
}
