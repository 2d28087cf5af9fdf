package org.ffigen.bind;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;

/** How constants are declared in C, and what the text of string literals is. */
final class ConstantTexts {

    private ConstantTexts() {
    }

    /** The macro or variable as C has it. */
    static String declaration(MacroConstant constant) {
        if (constant.id().kind() == DeclId.Kind.MACRO) {
            return "#define " + constant.name() + " " + constant.text();
        }
        String initializer = constant.text().isEmpty() ? "" : " = " + constant.text();
        return switch (constant.value()) {
            case ConstantValue.IntegerValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.FloatingValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.WideFloatingValue(_, var type) -> "static const " + type.spelling() + " ";
            case ConstantValue.StringValue(_, var unit) -> "static const " + unit.spelling() + " *const ";
            case ConstantValue.AddressValue _ -> "static void *const ";
        } + constant.name() + initializer;
    }

    /**
     * The text of a string literal: wide ones are UTF-16 or UTF-32, those of char UTF-8; bytes that are none keep their
     * values as characters.
     *
     * @param unitSize of an element
     */
    static String decode(StringValue literal, int unitSize) {
        byte[] bytes = literal.bytes();
        if (unitSize == 4) {
            return new String(bytes, StandardCharsets.UTF_32LE);
        }
        if (unitSize == 2) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < bytes.length; i += 2) {
                text.append((char) (bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8));
            }
            return text.toString();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
