package org.ffigen.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.LibraryClass.Result;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Refusals;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;

/** The methods of the library class, and the holders of the addresses they call. */
record Members(List<Variable> variables, List<Function> functions, List<Symbols> symbols, List<Result> results) {

    static Members of(NativeApi api, Lowering lowering, TypeMapper types, CallShapes shapes, CSource source,
            ValueForms forms, Rulebook rules, OwnedHandles handles) {
        NameScope scope = types.declared().methods();
        SymbolHolders holders = new SymbolHolders();
        List<Function> functions = new ArrayList<>();
        FunctionBinder binder = new FunctionBinder(api, types, lowering, shapes, source, forms, rules, handles);
        Map<FunctionDecl, Callee> callees = new LinkedHashMap<>();
        for (FunctionDecl function : callable(api, lowering)) {
            Callee callee = holders.add(function.name(), function.symbol(), function.shim(),
                    function.calledName());
            callees.put(function, callee);
            functions.addAll(binder.bind(function, types.declared().methodsOf(function).getFirst(), callee, scope));
        }
        // Aliases last: their second names give way to those of functions.
        callees.forEach((function, callee) -> types.declared()
                .methodsOf(function)
                .stream()
                .skip(1)
                .forEach(name -> functions.addAll(binder.bind(function, name, callee, scope))));
        List<Variable> variables = variables(api, lowering, new VariableBinder(types, lowering, shapes, source, holders,
                TextRules.of(rules.all(), api, rules, types, lowering)),
                types.declared());
        return new Members(variables, functions, holders.all(), binder.results());
    }

    private static List<FunctionDecl> callable(NativeApi api, Lowering lowering) {
        return api.all(FunctionDecl.class).stream().filter(f -> lowering.refusal(f).isEmpty()).toList();
    }

    private static List<Variable> variables(NativeApi api, Lowering lowering, VariableBinder binder,
            DeclaredNames names) {
        List<Variable> variables = new ArrayList<>();
        for (VariableDecl variable : api.all(VariableDecl.class)) {
            if (Refusals.refusal(variable, lowering).isEmpty()) {
                variables.add(binder.bind(variable, names.methodsOf(variable), names.methods()));
            }
        }
        return variables;
    }
}
