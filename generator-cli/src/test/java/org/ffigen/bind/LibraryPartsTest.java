package org.ffigen.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ffigen.java.AsyncMethod;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Call;
import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Result;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.Parameter;
import org.junit.jupiter.api.Test;

class LibraryPartsTest {

    @Test
    void a_library_that_fits_stays_as_it_is() {
        LibraryClass library = library(1000, 1000);

        assertThat(LibraryParts.of(library, number -> "Part" + number)).containsExactly(library);
    }

    @Test
    void superclasses_take_what_does_not_fit_each_member_once_and_in_order() {
        LibraryClass library = library(6000, 12_000);

        List<LibraryClass> classes = LibraryParts.of(library, number -> "Part" + number).reversed();

        assertThat(classes).hasSizeGreaterThan(2);
        assertThat(classes.stream().flatMap(c -> c.functions().stream())).containsExactlyElementsOf(
                library.functions());
        assertThat(classes.stream().flatMap(c -> c.constants().stream())).containsExactlyElementsOf(
                library.constants());
    }

    @Test
    void the_classes_are_one_chain_that_ends_in_the_library_class_which_has_all_holders() {
        LibraryClass library = library(6000, 12_000);

        List<LibraryClass> classes = LibraryParts.of(library, number -> "Part" + number);

        LibraryClass last = classes.getLast();
        assertThat(last.name()).isEqualTo("Sample");
        assertThat(last.variables()).isEqualTo(library.variables());
        assertThat(last.calls()).isEqualTo(library.calls());
        assertThat(last.symbols()).isEqualTo(library.symbols());
        assertThat(classes.getFirst().base()).isEmpty();
        for (int i = 1; i < classes.size(); i++) {
            assertThat(classes.get(i).base()).isEqualTo(classes.get(i - 1).name());
        }
        assertThat(classes).allSatisfy(part -> assertThat(part.owner()).isEqualTo("Sample"));
    }

    @Test
    void what_a_superclass_needs_of_the_library_class_it_says_so() {
        LibraryClass library = library(IntStream.range(0, 6000).mapToObj(LibraryPartsTest::failing).toList(), List.of(),
                List.of(new Result(List.of(), "Both", List.of())));

        Function function = LibraryParts.of(library, number -> "Part" + number).getFirst().functions().getFirst();

        assertThat(function.call().checks()).containsExactly("if (result < 0) {",
                "    throw Sample.LIBRARY.systemError(\"f\", callState);", "}");
        assertThat(function.async().getFirst().type()).isEqualTo("Sample.Both");
        assertThat(function.async().getFirst().library()).isEqualTo("Sample.LIBRARY");
    }

    private static LibraryClass library(int functions, int constants) {
        return library(IntStream.range(0, functions).mapToObj(LibraryPartsTest::function).toList(),
                IntStream.range(0, constants).mapToObj(LibraryPartsTest::constant).toList(), List.of());
    }

    private static LibraryClass library(List<Function> functions, List<Constant> constants, List<Result> results) {
        return new LibraryClass("Sample", "Sample", "", List.of(), "sample.h", "sample", "", "0.1", constants,
                List.of(new Variable("LIBRARY", "Symbols_0.v", List.of())), functions,
                List.of(new Call("Call_V_II", "\"V_II\"", List.of("int", "int"), "void")), false,
                List.of(new Symbols("Symbols_0", List.of(new Symbol("v", "v", "4")))), results);
    }

    private static Function failing(int number) {
        List<String> checks = List.of("if (result < 0) {", "    throw LIBRARY.systemError(\"f\", callState);", "}");
        return new Function(List.of(), new NativeMethod(List.of(), "int", "f" + number,
                Collections.nCopies(2, new Parameter("int", "x")), "Symbols_0.f", "f", "Call_I_II_state",
                List.of("callState", "x", "x"), "", true, checks, "$"),
                List.of(new AsyncMethod(List.of(), "Both", "f" + number + "Async", List.of(), "Symbols_0.f", "f",
                        "LIBRARY", "f()", false, "", List.of())));
    }

    private static Constant constant(int number) {
        return new Constant(List.of(), "int", "C" + number, Integer.toString(number));
    }

    private static Function function(int number) {
        return new Function(List.of(), new NativeMethod(List.of(), "void", "f" + number,
                Collections.nCopies(2, new Parameter("int", "x")), "Symbols_0.f", "f", "Call_V_II", List.of("x", "x"),
                "$"));
    }
}
