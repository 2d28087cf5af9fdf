package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Refusals;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;

/** The methods of the library class, and the holders of the addresses they call. */
record Members(List<Variable> variables, List<Function> functions, List<Symbols> symbols) {

    /** A holder looks all its symbols up at once: few classes, and no long wait at the first call. */
    private static final int SYMBOLS_A_HOLDER = 48;

    static Members of(NativeApi api, Lowering lowering, TypeMapper types, CallShapes shapes, CSource source,
            Set<String> ownBytes) {
        NameScope scope = NameScope.ofMembers();
        NameScope fields = NameScope.ofMembers();
        List<Function> functions = new ArrayList<>();
        List<Symbols> symbols = new ArrayList<>();
        List<Symbol> group = new ArrayList<>();
        FunctionBinder binder = new FunctionBinder(types, shapes, lowering, source, ownBytes);
        for (FunctionDecl function : callable(api, lowering)) {
            String holder = "Symbols_" + symbols.size();
            String field = fields.claim(ReservedNames.legal(function.name()));
            group.add(new Symbol(field, function.symbol()));
            String name = scope.claim(ReservedNames.method(NamingStrategy.member(function.name())));
            functions.add(binder.bind(function, name, holder + "." + field, scope));
            if (group.size() == SYMBOLS_A_HOLDER) {
                symbols.add(new Symbols(holder, List.copyOf(group)));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            symbols.add(new Symbols("Symbols_" + symbols.size(), List.copyOf(group)));
        }
        return new Members(variables(api, lowering, types, source, scope), functions, symbols);
    }

    private static List<FunctionDecl> callable(NativeApi api, Lowering lowering) {
        return api.all(FunctionDecl.class).stream().filter(f -> lowering.refusal(f).isEmpty()).toList();
    }

    private static List<Variable> variables(NativeApi api, Lowering lowering, TypeMapper types, CSource source,
            NameScope scope) {
        VariableBinder binder = new VariableBinder(types, lowering, source);
        List<Variable> variables = new ArrayList<>();
        for (VariableDecl variable : api.all(VariableDecl.class)) {
            if (Refusals.refusal(variable, lowering).isEmpty()) {
                String name = scope.claim(ReservedNames.method(NamingStrategy.member(variable.name())));
                variables.add(binder.bind(variable, name, scope));
            }
        }
        return variables;
    }
}
