package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How generated code spells the descriptor of a call.
 *
 * @param text the literal of its letters, for which the runtime makes it; empty if a layout has no letter
 * @param layouts the expression that makes it of layouts; empty if there is a text
 */
record CallDescriptor(String text, String layouts) {

    /** The layouts for which the runtime has a letter. */
    private static final Map<String, String> SCALARS = Map.of("A", "ADDRESS", "B", "JAVA_BYTE", "C", "JAVA_CHAR", "D",
            "JAVA_DOUBLE", "F", "JAVA_FLOAT", "I", "JAVA_INT", "J", "JAVA_LONG", "S", "JAVA_SHORT", "Z",
            "JAVA_BOOLEAN");

    static CallDescriptor of(JavaValue result, List<JavaValue> parameters) {
        if (Stream.concat(Stream.of(result), parameters.stream()).allMatch(CallDescriptor::hasLetter)) {
            String letters = parameters.stream().map(p -> p.call().code()).collect(Collectors.joining());
            return new CallDescriptor(
                    "\"" + result.call().code() + (letters.isEmpty() ? "" : "_") + letters + "\"", "");
        }
        String layouts = parameters.stream().map(p -> p.call().layout()).collect(Collectors.joining(", "));
        if (result.kind() == JavaValue.Kind.VOID) {
            return new CallDescriptor("", "FunctionDescriptor.ofVoid(" + layouts + ")");
        }
        return new CallDescriptor("",
                "FunctionDescriptor.of(" + result.call().layout() + (layouts.isEmpty() ? "" : ", " + layouts) + ")");
    }

    private static boolean hasLetter(JavaValue value) {
        return value.kind() == JavaValue.Kind.VOID
                || value.call().layout().equals(SCALARS.get(value.call().code()));
    }

    boolean isText() {
        return !text.isEmpty();
    }

    /** The descriptor itself. */
    String expression() {
        return isText() ? "NativeLibrary.descriptor(" + text + ")" : layouts;
    }
}
