package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;

import java.util.List;
import org.ffigen.java.EnumInterface.Alias;
import org.ffigen.java.EnumInterface.Known;
import org.ffigen.java.LibraryClass.Constant;

/** Of 32 and of 64 bits, with aliases and without, with several constants, one and none; and one that is no type. */
final class GoldenEnums {

    private GoldenEnums() {
    }

    static List<JavaFile> all() {
        return List.of(
                new EnumInterface("Shape", GoldenInputs.BLOCK, "int", "",
                        List.of(new Known(code("SHAPE_DOT = 0"), "SHAPE_DOT", "0"),
                                new Known(GoldenInputs.BLOCK, "SHAPE_LINE", "1"),
                                new Known(List.of(), "SHAPE_LAST", "-1")),
                        List.of(new Alias(code("SHAPE_FIRST = 0"), "SHAPE_FIRST", "SHAPE_DOT"))),
                new EnumInterface("Mask", code("enum mask"), "long", "",
                        List.of(new Known(code("MASK_ALL = 18446744073709551615"), "MASK_ALL", "0xffffffffffffffffL")),
                        List.of()),
                new EnumInterface("Nothing", code("enum nothing"), "int", "", List.of(), List.of()),
                new EnumInterface("Tiny", code("enum tiny"), "int", "0, 0xff", List.of(), List.of()),
                new EnumInterface("WideNothing", code("enum wide_nothing"), "long", "", List.of(), List.of()),
                new EnumConstants("Options", GoldenInputs.BLOCK,
                        List.of(new Constant(code("OPTION_NONE = 0"), "int", "OPTION_NONE", "0"),
                                new Constant(GoldenInputs.BLOCK, "@Unsigned int", "OPTION_ALL", "0xffffffff"))),
                new EnumConstants("NoOptions", code("enum no_options"), List.of()),
                new EnumConstants("Many", "Many", "ManyPart1", code("enum many"),
                        List.of(new Constant(List.of(), "int", "MANY_0", "0"))),
                new EnumConstants("ManyPart1", "Many", "ManyPart2", List.of(),
                        List.of(new Constant(List.of(), "int", "MANY_1", "1"))),
                new EnumConstants("ManyPart2", "Many", "", List.of(),
                        List.of(new Constant(List.of(), "int", "MANY_2", "2"))));
    }
}
