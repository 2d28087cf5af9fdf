package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ffigen.java.AsyncMethod;
import org.ffigen.java.InstanceClass;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Accessor;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.ValueMethod;
import org.ffigen.java.ValueMethod.Guarded;

/**
 * The class of the instances of a library: what its own class has, over addresses that are an instance's. What a shim
 * reaches belongs to the library that the shims are linked to, and a thread's own variable is looked up by the static
 * form: those have no instances.
 */
final class Instances {

    /** Methods without parameters that every instance has. */
    private static final Set<String> OURS = Set.of("open", "isOpen", "close");

    /** The field of the open library, which says why an access fails, and calls on other threads. */
    private static final String OPENED = "opened_";

    private final LibraryClass library;
    private final Map<String, Symbol> symbols;
    private final Set<String> taken;
    private final OwnedTexts owned;

    private Instances(LibraryClass library, OwnedTexts owned) {
        this.library = library;
        this.symbols = library.symbols()
                .stream()
                .filter(group -> group.library().equals("LIBRARY"))
                .flatMap(group -> group.entries()
                        .stream()
                        .map(symbol -> Map.entry(group.name() + "." + symbol.field(), symbol)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.taken = methodNames(library);
        this.owned = owned;
    }

    /**
     * The class of that name, after the superclasses that it needs.
     *
     * @param library all of it, as one class
     * @param owned what instances make otherwise
     * @param superclassName what the superclass of that number, from 1, is called
     */
    static List<InstanceClass> of(LibraryClass library, OwnedTexts owned, String name,
            IntFunction<String> superclassName) {
        return new Instances(library, owned).classes(name, superclassName);
    }

    private List<InstanceClass> classes(String name, IntFunction<String> superclassName) {
        List<Variable> variables = library.variables().stream().filter(v -> has(v.segment())).toList();
        List<Function> functions = library.functions().stream().filter(f -> has(f.call().symbol())).toList();
        List<List<Function>> parts = InstanceParts.of(functions, LibraryParts.size(variables));
        List<String> names = IntStream.range(0, parts.size())
                .mapToObj(number -> number == 0 ? name : superclassName.apply(number))
                .toList();
        List<InstanceClass> classes = new ArrayList<>();
        for (int number = parts.size() - 1; number > 0; number--) {
            classes.add(part(names, number, List.of("Members of {@link " + name + "}, to be used as such."), List.of(),
                    parts.get(number)));
        }
        classes.add(part(names, 0, List.of("An open library, with the functions and variables of {@link "
                + library.name() + "}; types and constants are the same. Safe for any thread."), variables,
                parts.getFirst()));
        return List.copyOf(classes);
    }

    private InstanceClass part(List<String> names, int number, List<String> doc, List<Variable> variables,
            List<Function> functions) {
        String self = number == 0 ? "this" : "((" + names.getFirst() + ") this)";
        FromElsewhere results = FromElsewhere.of(library);
        Stream<String> addresses = Stream.concat(functions.stream().map(function -> function.call().symbol()),
                variables.stream().map(Variable::segment));
        return new InstanceClass(names.get(number), names.getFirst(),
                number + 1 == names.size() ? "" : names.get(number + 1), number == 0 ? "" : names.get(number - 1),
                library.name(), doc, library.header(), library.library(),
                addresses.map(symbols::get).distinct().toList(),
                variables.stream().map(this::variable).toList(),
                functions.stream().map(results::qualified).map(function -> function(function, self)).toList());
    }

    private static Set<String> methodNames(LibraryClass library) {
        Stream<String> functions = library.functions()
                .stream()
                .flatMap(f -> Stream.concat(Stream.of(f.call().name()),
                        f.values().stream().map(ValueMethod::name)));
        Stream<String> variables = library.variables()
                .stream()
                .flatMap(v -> v.accessors().stream())
                .map(Accessor::name);
        return Stream.concat(functions, variables).collect(Collectors.toUnmodifiableSet());
    }

    private boolean has(String address) {
        return symbols.containsKey(address);
    }

    private String field(String address) {
        return symbols.get(address).field();
    }

    /** A method without parameters gives way to the instance's own, and to any other of the library's. */
    private String named(String name, boolean parameters) {
        String free = name;
        while (!parameters && OURS.contains(name) && (free.equals(name) || taken.contains(free))) {
            free += "_";
        }
        return free;
    }

    private Variable variable(Variable variable) {
        return new Variable(OPENED, "symbols_." + field(variable.segment()), variable.accessors()
                .stream()
                .map(a -> new Accessor(a.doc(), named(a.name(), false), a.type(), owned.ofInstance(a.get(), "this"),
                        a.setterType(), a.set()))
                .toList());
    }

    /** @param self how its class refers to the instance */
    private Function function(Function function, String self) {
        NativeMethod call = function.call();
        return new Function(function.values().stream().map(method -> values(method, call.name(), self)).toList(),
                new NativeMethod(call.doc(), call.returnType(),
                        named(call.name(), !call.parameters().isEmpty()), call.parameters(), field(call.symbol()),
                        call.symbolName(), call.shape(),
                        call.arguments().stream().map(argument -> owned.ofInstance(argument, self)).toList(),
                        call.buffer(), call.state(), call.checks(),
                        owned.ofInstance(call.result(), self), call.refused()),
                function.async().stream().map(this::async).toList());
    }

    private ValueMethod values(ValueMethod method, String call, String self) {
        return new ValueMethod(method.doc(), method.returnType(),
                named(method.name(), !method.parameters().isEmpty()), method.parameters(), method.scratch(),
                method.statements().stream().map(statement -> owned.ofInstance(statement, self)).toList(),
                method.guarded().stream().map(guarded -> guarded(guarded, method.statements(), self)).toList(),
                owned.ofInstance(reading(method.expression(), method.returnType(), method.statements()), self, call));
    }

    private String reading(String java, String type, List<String> statements) {
        return owned.valueOfInstance(owned.valuesOfInstance(java, statements), type);
    }

    private Guarded guarded(Guarded guarded, List<String> statements, String self) {
        return new Guarded(guarded.type(),
                owned.ofInstance(owned.valueOfInstance(guarded.call(), guarded.type()), self),
                guarded.failures()
                        .stream()
                        .map(failure -> owned.ofInstance(owned.valuesOfInstance(failure, statements), self))
                        .toList(),
                guarded.lasts(), guarded.reading());
    }

    private AsyncMethod async(AsyncMethod method) {
        return new AsyncMethod(method.doc(), method.type(), method.name(), method.parameters(),
                field(method.symbol()), method.symbolName(), OPENED, instanceCall(method), method.nothing(),
                method.copies(), method.names(), method.arguments());
    }

    /** A method without parameters may have another name here. */
    private String instanceCall(AsyncMethod method) {
        return method.call().endsWith("()")
                ? named(method.call().substring(0, method.call().length() - 2), false) + "()"
                : method.call();
    }
}
