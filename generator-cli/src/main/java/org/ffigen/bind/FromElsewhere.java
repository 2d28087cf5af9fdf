package org.ffigen.bind;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ffigen.java.AsyncMethod;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.NativeMethod;
import org.ffigen.java.ValueMethod;

/**
 * What the library's own class has for its methods, seen from another class: the records of several results, which are
 * nested there, and the libraries themselves.
 *
 * @param owner the library's class
 * @param names their simple names
 */
record FromElsewhere(String owner, Set<String> names) {

    private static final Pattern THROWING = Pattern.compile("^(\\s*throw )((?:LIBRARY|SHIMS)\\.)");

    static FromElsewhere of(LibraryClass library) {
        return new FromElsewhere(library.name(),
                library.results().stream().map(LibraryClass.Result::name).collect(Collectors.toUnmodifiableSet()));
    }

    /** The function for a class of its own. */
    Function qualified(Function function) {
        return new Function(function.values().stream().map(this::qualified).toList(), qualified(function.call()),
                function.async().stream().map(this::qualified).toList());
    }

    private NativeMethod qualified(NativeMethod call) {
        return new NativeMethod(call.doc(), call.returnType(), call.name(), call.parameters(),
                call.symbol(), call.symbolName(), call.shape(), call.arguments(), call.buffer(), call.state(),
                qualified(call.checks()), call.result(), call.refused());
    }

    private List<String> qualified(List<String> checks) {
        return checks.stream().map(line -> THROWING.matcher(line).replaceFirst("$1" + owner + ".$2")).toList();
    }

    private AsyncMethod qualified(AsyncMethod method) {
        String type = names.contains(method.type()) ? owner + "." + method.type() : method.type();
        return new AsyncMethod(method.doc(), type, method.name(), method.parameters(),
                method.symbol(), method.symbolName(), owner + "." + method.library(), method.call(), method.nothing(),
                method.copies(), method.names(), method.arguments());
    }

    private ValueMethod qualified(ValueMethod method) {
        String type = method.returnType();
        return names.contains(type)
                ? new ValueMethod(method.doc(), owner + "." + type, method.name(),
                        method.parameters(), method.scratch(), method.statements(), method.guarded(),
                        method.expression().replaceFirst("^new ", "new " + owner + "."))
                : method;
    }
}
