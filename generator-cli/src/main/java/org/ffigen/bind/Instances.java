package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ffigen.config.Given;
import org.ffigen.java.AsyncMethod;
import org.ffigen.java.InstanceClass;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Accessor;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.OpaqueClass;
import org.ffigen.java.ValueMethod;

/**
 * The class of the instances of a library: what its own class has, over addresses that are an instance's. What a shim
 * reaches belongs to the library that the shims are linked to, and a thread's own variable is looked up by the static
 * form: those have no instances.
 */
final class Instances {

    /** Methods without parameters that every instance has. */
    private static final Set<String> OURS = Set.of("open", "isOpen", "close");

    private final Map<String, Symbol> symbols;
    private final Set<String> taken;
    private final OwnedTexts owned;

    /** @param taken the names of the methods of the library's class */
    private Instances(Map<String, Symbol> symbols, Set<String> taken, OwnedTexts owned) {
        this.symbols = symbols;
        this.taken = taken;
        this.owned = owned;
    }

    /**
     * @param rule where instances are asked for
     * @param whole whether the library is one class
     * @return empty if there can be none, which is a diagnostic
     */
    static Optional<InstanceClass> of(Given rule, LibraryClass library, boolean whole, Rulebook rulebook,
            List<OpaqueClass> opaques, String name) {
        if (!whole) {
            rulebook.refuse(rule, "the API is too large for one class",
                    "select what you need: include: [\"sqlite3_*\"]");
            return Optional.empty();
        }
        List<Symbols> groups = library.symbols().stream().filter(group -> group.library().equals("LIBRARY")).toList();
        Instances instances = new Instances(groups.stream()
                .flatMap(group -> group.entries()
                        .stream()
                        .map(symbol -> Map.entry(group.name() + "." + symbol.field(), symbol)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), methodNames(library),
                OwnedTexts.of(opaques));
        FromElsewhere results = FromElsewhere.of(library);
        return Optional.of(new InstanceClass(name, library.name(), List.of("An open library, with the functions"
                + " and variables of {@link " + library.name()
                + "}; types and constants are the same. Safe for any thread."),
                library.header(), library.library(),
                groups.stream().flatMap(group -> group.entries().stream()).toList(),
                instances.kept(library),
                library.variables().stream().filter(v -> instances.has(v.segment())).map(instances::variable).toList(),
                library.functions()
                        .stream()
                        .filter(f -> instances.has(f.call().symbol()))
                        .map(results::qualified)
                        .map(instances::function)
                        .toList()));
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

    private List<Symbol> kept(LibraryClass library) {
        return library.functions()
                .stream()
                .filter(function -> !function.async().isEmpty() && has(function.call().symbol()))
                .map(function -> symbols.get(function.call().symbol()))
                .distinct()
                .toList();
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
        return new Variable(variable.library(), "symbols_." + field(variable.segment()), variable.accessors()
                .stream()
                .map(a -> new Accessor(a.doc(), named(a.name(), false), a.type(), owned.ofInstance(a.get()),
                        a.setterType(), a.set()))
                .toList());
    }

    private Function function(Function function) {
        NativeMethod call = function.call();
        return new Function(function.values().stream().map(method -> values(method, call.name())).toList(),
                new NativeMethod(call.doc(), call.deprecated(), call.returnType(),
                        named(call.name(), !call.parameters().isEmpty()), call.parameters(), field(call.symbol()),
                        call.symbolName(), call.shape(), call.arguments(), call.buffer(), call.state(), call.checks(),
                        owned.ofInstance(call.result())),
                function.async().stream().map(this::async).toList());
    }

    private ValueMethod values(ValueMethod method, String call) {
        return new ValueMethod(method.doc(), method.deprecated(), method.returnType(),
                named(method.name(), !method.parameters().isEmpty()), method.parameters(), method.scratch(),
                method.statements().stream().map(owned::ofInstance).toList(),
                owned.ofInstance(method.expression(), call));
    }

    private AsyncMethod async(AsyncMethod method) {
        return new AsyncMethod(method.doc(), method.deprecated(), method.type(), method.name(), method.parameters(),
                field(method.symbol()), method.symbolName(), method.library(), instanceCall(method), method.nothing(),
                method.copies(), method.names(), method.arguments());
    }

    /** A method without parameters may have another name here. */
    private String instanceCall(AsyncMethod method) {
        return method.call().endsWith("()")
                ? named(method.call().substring(0, method.call().length() - 2), false) + "()"
                : method.call();
    }
}
