package org.ffigen.bind;

import java.util.Set;
import java.util.stream.Collectors;

import org.ffigen.java.AsyncMethod;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.ValueMethod;

/**
 * The records of several results, seen from another class than the library's own, where they are nested.
 *
 * @param owner the library's class
 * @param names their simple names
 */
record NestedResults(String owner, Set<String> names) {

    static NestedResults of(LibraryClass library) {
        return new NestedResults(library.name(),
                library.results().stream().map(LibraryClass.Result::name).collect(Collectors.toUnmodifiableSet()));
    }

    /** The function for a class of its own. */
    Function qualified(Function function) {
        return new Function(function.values().stream().map(this::qualified).toList(), function.call(),
                function.async().stream().map(this::qualified).toList());
    }

    private AsyncMethod qualified(AsyncMethod method) {
        return names.contains(method.type())
                ? new AsyncMethod(method.doc(), method.deprecated(), owner + "." + method.type(), method.name(),
                        method.parameters(), method.symbol(), method.symbolName(), method.library(), method.shape(),
                        method.names(), method.arguments(), method.carrier(), method.result(), method.checks(),
                        method.call())
                : method;
    }

    private ValueMethod qualified(ValueMethod method) {
        String type = method.returnType();
        return names.contains(type)
                ? new ValueMethod(method.doc(), method.deprecated(), owner + "." + type, method.name(),
                        method.parameters(), method.scratch(), method.statements(),
                        method.expression().replaceFirst("^new ", "new " + owner + "."))
                : method;
    }
}
