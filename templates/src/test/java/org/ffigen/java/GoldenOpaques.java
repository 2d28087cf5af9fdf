package org.ffigen.java;

import java.util.List;

/** With a comment and without one; with an end and without one. */
final class GoldenOpaques {

    private GoldenOpaques() {
    }

    static List<JavaFile> all() {
        return List.of(new OpaqueClass("Canvas", GoldenInputs.BLOCK), new OpaqueClass("Brush", List.of()),
                new OpaqueClass("Easel", List.of(), "SampleLibrary", "easelFree", ""),
                new OpaqueClass("Palette", List.of(), "SampleLibrary", "easelFree", "SampleLibraryInstance"));
    }
}
