package org.ffigen.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/** C signatures of scalars as short texts, which class files hold in a fraction of the space. Stateless. */
final class ScalarSignature {
    private ScalarSignature() {
    }

    /** Of {@code I_AA}: the result, and after an underscore the parameters if there are any. */
    static FunctionDescriptor parse(String code) {
        MemoryLayout[] parameters = new MemoryLayout[Math.max(0, code.length() - 2)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = layout(code.charAt(2 + i));
        }
        return code.charAt(0) == 'V'
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(code.charAt(0)), parameters);
    }

    private static MemoryLayout layout(int letter) {
        return switch (letter) {
            case 'A' -> ValueLayout.ADDRESS;
            case 'B' -> ValueLayout.JAVA_BYTE;
            case 'C' -> ValueLayout.JAVA_CHAR;
            case 'D' -> ValueLayout.JAVA_DOUBLE;
            case 'F' -> ValueLayout.JAVA_FLOAT;
            case 'I' -> ValueLayout.JAVA_INT;
            case 'J' -> ValueLayout.JAVA_LONG;
            case 'S' -> ValueLayout.JAVA_SHORT;
            case 'Z' -> ValueLayout.JAVA_BOOLEAN;
            default -> throw new IllegalArgumentException("no scalar: " + (char) letter);
        };
    }
}
