package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.UnionLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a layout, as {@link Struct#layout(String, MemoryLayout...)} has it. It makes what {@link MemoryLayout}'s
 * own methods make, in much less of a class file; generated bindings have thousands of layouts.
 */
final class LayoutText {

    private final String text;
    private final MemoryLayout[] others;
    private int at;

    private LayoutText(String text, MemoryLayout[] others) {
        this.text = text;
        this.others = others;
    }

    static StructLayout struct(String text, MemoryLayout... others) {
        LayoutText reader = new LayoutText(text, others);
        return reader.named(reader.structAt(reader.firstBrace()));
    }

    static UnionLayout union(String text, MemoryLayout... others) {
        LayoutText reader = new LayoutText(text, others);
        return reader.named(reader.unionAt(reader.firstBrace()));
    }

    private int firstBrace() {
        int brace = text.indexOf('{');
        if (brace < 0) {
            throw wrong();
        }
        return brace;
    }

    @SuppressWarnings("unchecked")
    private <L extends GroupLayout> L named(L layout) {
        if (at != text.length()) {
            throw wrong();
        }
        String name = text.substring(0, text.indexOf('{'));
        return name.isEmpty() ? layout : (L) layout.withName(name);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no text of a layout: " + text);
    }

    private StructLayout structAt(int brace) {
        Members members = membersAt(brace);
        StructLayout layout = MemoryLayout.structLayout(members.layouts.toArray(MemoryLayout[]::new));
        return members.align == 0 ? layout : layout.withByteAlignment(members.align);
    }

    private UnionLayout unionAt(int brace) {
        Members members = membersAt(brace);
        UnionLayout layout = MemoryLayout.unionLayout(members.layouts.toArray(MemoryLayout[]::new));
        return members.align == 0 ? layout : layout.withByteAlignment(members.align);
    }

    /** @param align 0 for that of the members */
    private record Members(List<MemoryLayout> layouts, long align) {}

    /** Reads from a brace to behind the one that closes it. */
    private Members membersAt(int brace) {
        List<MemoryLayout> layouts = new ArrayList<>();
        long align = 0;
        at = brace + 1;
        while (!text.startsWith("}", at)) {
            if (text.startsWith("struct{", at)) {
                layouts.add(structAt(text.indexOf('{', at)));
            } else if (text.startsWith("union{", at)) {
                layouts.add(unionAt(text.indexOf('{', at)));
            } else {
                String part = nextPart();
                if (part.startsWith("align ")) {
                    align = Long.parseLong(part.substring("align ".length()));
                } else {
                    layouts.add(member(part));
                }
            }
            if (text.startsWith(", ", at)) {
                at += 2;
            }
        }
        at++;
        return new Members(layouts, align);
    }

    private String nextPart() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        if (at == begin) {
            throw wrong();
        }
        return text.substring(begin, at);
    }

    private MemoryLayout member(String part) {
        int space = part.lastIndexOf(' ');
        if (space < 0) {
            throw wrong();
        }
        String name = part.substring(space + 1);
        return part.startsWith("pad ")
                ? MemoryLayout.paddingLayout(Long.parseLong(name))
                : type(part.substring(0, space)).withName(name);
    }

    private MemoryLayout type(String type) {
        int bracket = type.indexOf('[');
        MemoryLayout layout = element(bracket < 0 ? type : type.substring(0, bracket));
        for (int end = type.length() - 1; bracket >= 0 && end > bracket;) {
            int begin = type.lastIndexOf('[', end);
            layout = MemoryLayout.sequenceLayout(Long.parseLong(type.substring(begin + 1, end)), layout);
            end = begin - 1;
        }
        return layout;
    }

    private MemoryLayout element(String word) {
        if (word.startsWith("unaligned ")) {
            return element(word.substring("unaligned ".length())).withByteAlignment(1);
        }
        return switch (word) {
            case "bool" -> JAVA_BOOLEAN;
            case "i8" -> JAVA_BYTE;
            case "i16" -> JAVA_SHORT;
            case "i32" -> JAVA_INT;
            case "i64" -> JAVA_LONG;
            case "f32" -> JAVA_FLOAT;
            case "f64" -> JAVA_DOUBLE;
            case "pointer" -> ADDRESS;
            default -> {
                if (!word.startsWith("$")) {
                    throw new IllegalArgumentException("no member is of type " + word);
                }
                yield others[Integer.parseInt(word.substring(1))];
            }
        };
    }
}
