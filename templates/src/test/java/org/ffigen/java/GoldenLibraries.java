package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.ffigen.java.LibraryClass.Accessor;
import org.ffigen.java.LibraryClass.Call;
import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Result;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.java.LibraryClass.Variable;

/** One library with something of everything, and one with nothing. */
final class GoldenLibraries {

    private GoldenLibraries() {
    }

    static List<JavaFile> all() {
        return List.of(
                new LibraryClass("SampleLibrary", "SampleLibrary", "SampleLibraryPart1", GoldenInputs.BLOCK, "sample.h",
                        "sample",
                        "sample-shims", "0.1", constants(), variables(), GoldenFunctions.all(), calls(), true,
                        symbols(), List.of(new Result(code("what size gives"), "SizeResult",
                                List.of(new Parameter("int", "result"), new Parameter("int", "width"))))),
                part("SampleLibraryPart1", "SampleLibraryPart2", GoldenFunctions.ofPart()),
                part("SampleLibraryPart2", "", List.of()),
                new LibraryClass("PlainLibrary", "PlainLibrary", "", List.of(), "plain.h", "plain", "0.1", List.of(),
                        List.of(), List.of(), List.of(new Call("Call_V", "\"V\"", List.of(), "void")), List.of()),
                new LibraryClass("BareLibrary", "BareLibrary", "", List.of(), "bare.h", "bare", "0.1", List.of(),
                        List.of(), List.of(),
                        List.of(), List.of()));
    }

    private static LibraryClass part(String name, String base, List<Function> functions) {
        return new LibraryClass(name, "SampleLibrary", base, code("SampleLibrary"), "sample.h", "sample", "0.1",
                List.of(new Constant(code("#define " + name), "int", name, "0")), List.of(), functions, List.of(),
                List.of());
    }

    private static List<Constant> constants() {
        return List.of(new Constant(code("#define SAMPLE_OK 0"), "int", "SAMPLE_OK", "0"),
                new Constant(GoldenInputs.BLOCK, "@Unsigned long", "SAMPLE_MAX", "0xffffffffffffffffL"),
                new Constant(List.of(), "String", "SAMPLE_TEXT",
                        "\"a text, in which = \\\" and -> and \\\\\\\", (parentheses), and Arena, and /* Scratch, "
                                + "may not be taken for code, long as it is */\""));
    }

    private static List<Variable> variables() {
        return List.of(
                new Variable("LIBRARY", "Symbols_1.verbosity",
                        List.of(new Accessor(code("extern int verbosity"), "verbosity", "int",
                                "segment.get(JAVA_INT, 0)", "int", "segment.set(JAVA_INT, 0, value)"))),
                new Variable("LIBRARY", "Symbols_1.version",
                        List.of(new Accessor(GoldenInputs.BLOCK, "version", "String", "segment.getString(0)", "", ""),
                                new Accessor(GoldenInputs.BLOCK, "versionRaw", "BytePtr", "BytePtr.of(segment)", "",
                                        ""))),
                new Variable("LIBRARY", "Symbols_1.unreadable", List.of()));
    }

    private static List<Call> calls() {
        return List.of(new Call("Call_V", "\"V\"", List.of(), "void"),
                new Call("Call_V_A", "\"V_A\"", List.of("MemorySegment"), "void"),
                new Call("Call_A_freed", "", "MethodHandle", "downcallHandle(\"A\")", "invokeExact", "LIBRARY",
                        List.of(),
                        "MemorySegment", true),
                new Call("Call_V_I", "\"V_I\"", List.of("int"), "void"),
                new Call("Call_I", "\"I\"", List.of(), "int"),
                new Call("Call_A", "\"A\"", List.of(), "MemorySegment"),
                new Call("Call_A_A", "\"A_A\"", List.of("MemorySegment"),
                        "MemorySegment"),
                new Call("Call_I_A_state", "", "MethodHandle", "LIBRARY.downcallWithState(\"I_A\")", "invokeExact",
                        "LIBRARY", List.of("MemorySegment", "MemorySegment"), "int"),
                new Call("Call_Point_state", "FunctionDescriptor.of(Point.LAYOUT)", "MethodHandle",
                        "LIBRARY.downcallWithState(DESCRIPTOR)", "invokeExact", "LIBRARY",
                        List.of("SegmentAllocator", "MemorySegment"), "MemorySegment"),
                new Call("Call_I_AA", "\"I_AA\"",
                        List.of("MemorySegment", "MemorySegment"), "int"),
                new Call("Call_Point_Point", "FunctionDescriptor.of(Point.LAYOUT, Point.LAYOUT)", "MethodHandle",
                        "LIBRARY.downcall(DESCRIPTOR)", "invokeExact", "LIBRARY",
                        List.of("SegmentAllocator", "MemorySegment"), "MemorySegment"),
                new Call("Call_V_AAAAAAAA", "\"V_AAAAAAAA\"", Collections.nCopies(8, "MemorySegment"), "void"));
    }

    private static List<Symbols> symbols() {
        return List.of(new Symbols("Symbols_0", Stream.of(GoldenFunctions.all(), GoldenFunctions.ofPart())
                .flatMap(List::stream)
                .map(function -> new Symbol(function.call().symbolName(), function.call().symbolName()))
                .toList()),
                new Symbols("Symbols_1", List.of(new Symbol("verbosity", "verbosity", "4"),
                        new Symbol("version", "version", "Long.MAX_VALUE"),
                        new Symbol("unreadable", "unreadable", "16"))),
                new Symbols("Symbols_2", List.of()));
    }
}
