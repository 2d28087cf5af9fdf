package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;

import java.util.List;
import org.ffigen.java.LibraryClass.Accessor;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Variable;

/** Instances of a library with functions and variables, and of one with nothing. */
final class GoldenInstances {

    private GoldenInstances() {
    }

    static List<JavaFile> all() {
        return List.of(
                new InstanceClass("SampleLibraryInstance", "SampleLibraryInstance", "", "", "SampleLibrary",
                        code("an open library"), "sample.h",
                        "sample",
                        List.of(new Symbol("reset", "reset"), new Symbol("easel_free", "easel_free"),
                                new Symbol("verbosity", "verbosity", "4")),
                        List.of(new Variable("opened_", "symbols_.verbosity",
                                List.of(new Accessor(code("extern int verbosity"), "verbosity", "int",
                                        "segment.get(JAVA_INT, 0)", "int", "segment.set(JAVA_INT, 0, value)")))),
                        List.of(new LibraryClass.Function(List.of(), new NativeMethod(code("void reset(void)"),
                                "void", "reset", List.of(), "reset", "reset", "Call_V", List.of(), "$"),
                                List.of(new AsyncMethod(code("void reset(void)"), "@Nullable Void", "resetAsync",
                                        List.of(), "reset", "reset", "opened_", "reset()", true, "", List.of()))),
                                GoldenFunctions.easelFree(""))),
                new InstanceClass("BareLibraryInstance", "BareLibraryInstance", "", "", "BareLibrary",
                        GoldenInputs.BLOCK, "bare.h", "bare", List.of(),
                        List.of(), List.of()),
                part("LargeLibraryInstance", "LargeLibraryInstancePart1", ""),
                part("LargeLibraryInstancePart1", "LargeLibraryInstancePart2", "LargeLibraryInstance"),
                part("LargeLibraryInstancePart2", "", "LargeLibraryInstancePart1"));
    }

    /** One of several classes that share the members of a large library; only the last has one. */
    private static InstanceClass part(String name, String base, String subclass) {
        boolean last = base.isEmpty();
        return new InstanceClass(name, "LargeLibraryInstance", base, subclass, "SampleLibrary",
                code("a part of an open library"), "sample.h", "sample",
                last ? List.of(new Symbol("easel_free", "easel_free")) : List.of(), List.of(),
                last ? List.of(GoldenFunctions.easelFree("")) : List.of());
    }
}
