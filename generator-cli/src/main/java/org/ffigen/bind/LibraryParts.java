package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.java.ValueMethod;

/**
 * Divides the class of a library that one class file could not hold: it keeps what fits, and superclasses take the
 * rest. A class file's constant pool has 65,535 entries; what each member takes of it is estimated on the high side.
 */
final class LibraryParts {

    static final int CAPACITY = 40_000;
    private static final int OF_A_CLASS = 300;
    private static final int OF_A_VARIABLE = 30;
    private static final int OF_A_METHOD = 10;
    private static final int OF_A_PARAMETER = 2;
    private static final int OF_A_LAMBDA = 10;
    private static final int OF_A_HOLDER = 4;
    private static final int OF_A_CONSTANT = 4;

    private final List<List<Function>> functions = new ArrayList<>();
    private final List<List<Constant>> constants = new ArrayList<>();
    private int room;

    private LibraryParts(int taken) {
        startPart(taken);
    }

    /** @param superclassName what the superclass of that number, from 1, is called */
    static List<LibraryClass> of(LibraryClass whole, IntFunction<String> superclassName) {
        LibraryParts parts = new LibraryParts(size(whole.variables())
                + OF_A_HOLDER * (whole.calls().size() + whole.symbols().size()));
        whole.functions().forEach(function -> parts.put(function, parts.functions, size(function)));
        whole.constants().forEach(constant -> parts.put(constant, parts.constants, OF_A_CONSTANT));
        return parts.classes(whole, superclassName);
    }

    private void startPart(int taken) {
        functions.add(new ArrayList<>());
        constants.add(new ArrayList<>());
        room = CAPACITY - OF_A_CLASS - taken;
    }

    private <M> void put(M member, List<List<M>> parts, int size) {
        if (room < size) {
            startPart(0);
        }
        parts.getLast().add(member);
        room -= size;
    }

    /** What the methods of a function take of a class file's constant pool, in entries. */
    static int size(Function function) {
        return methodSize(function.call().parameters().size())
                + (function.call().shape().contains("_freed") ? OF_A_LAMBDA : 0)
                + function.values().stream().mapToInt(LibraryParts::size).sum();
    }

    private static int size(ValueMethod method) {
        int lambdas = method.guarded().stream().mapToInt(guarded -> guarded.failures().size()).sum();
        return methodSize(method.parameters().size()) + OF_A_LAMBDA * lambdas;
    }

    /** What the accessors of variables take. */
    static int size(List<Variable> variables) {
        return OF_A_VARIABLE * variables.size();
    }

    private static int methodSize(int parameters) {
        return OF_A_METHOD + OF_A_PARAMETER * parameters;
    }

    private List<LibraryClass> classes(LibraryClass whole, IntFunction<String> superclassName) {
        List<LibraryClass> classes = new ArrayList<>();
        String base = "";
        FromElsewhere results = FromElsewhere.of(whole);
        for (int number = functions.size() - 1; number > 0; number--) {
            String name = superclassName.apply(number);
            classes.add(new LibraryClass(name, whole.name(), base,
                    List.of("Members of {@link " + whole.name() + "}, to be used as such."), whole.header(),
                    whole.library(), whole.runtimeApi(), constants.get(number), List.of(),
                    functions.get(number).stream().map(results::qualified).toList(),
                    List.of(), List.of()));
            base = name;
        }
        classes.add(new LibraryClass(whole.name(), whole.name(), base, whole.doc(), whole.header(), whole.library(),
                whole.shims(), whole.runtimeApi(), constants.getFirst(), whole.variables(), functions.getFirst(),
                whole.calls(),
                whole.callbacks(), whole.symbols(), whole.results()));
        return Collections.unmodifiableList(classes);
    }
}
