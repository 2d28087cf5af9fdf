package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.lower.Lowering;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/**
 * What {@code symbols} says for one target: every function and variable, by declared name, that the vocabulary can say
 * right; and why the others are missing.
 */
record SymbolTable(SortedMap<String, Symbol> symbols, Map<DeclId, SkipCode> absent) {

    static SymbolTable of(NativeApi api, Lowering lowering) {
        SymbolTypes types = new SymbolTypes(api, lowering);
        SymbolTable table = new SymbolTable(new TreeMap<>(), new HashMap<>());
        for (Declaration decl : api.declarations().values()) {
            if (decl instanceof FunctionDecl function) {
                table.add(function, types);
            } else if (decl instanceof VariableDecl variable) {
                table.add(variable, types);
            }
        }
        return table;
    }

    private void add(FunctionDecl function, SymbolTypes types) {
        Optional<SkipCode> refusal = refusal(function, types);
        if (refusal.isPresent()) {
            absent.put(function.id(), refusal.get());
            return;
        }
        List<SymbolType> parameters = new ArrayList<>();
        for (FunctionType.Parameter parameter : function.type().parameters()) {
            parameters.add(types.parameter(parameter.type()));
        }
        symbols.put(function.name(), new Symbol.FunctionSymbol(exported(function, function.symbol()), parameters,
                types.result(function.type().result())));
    }

    private static Optional<SkipCode> refusal(FunctionDecl function, SymbolTypes types) {
        if (!function.linkage().isExported()) {
            return Optional.of(switch (function.linkage()) {
                case MACRO -> SkipCode.FUNCTION_LIKE_MACRO;
                case EXPRESSION -> SkipCode.MACRO_EXPRESSION;
                default -> SkipCode.INLINE_FUNCTION;
            });
        }
        if (function.type().variadic() || function.firstVariadic().isPresent()) {
            return Optional.of(SkipCode.VARIADIC_FUNCTION);
        }
        Optional<SkipCode> refusal = types.refusalOfResult(function.type().result());
        for (FunctionType.Parameter parameter : function.type().parameters()) {
            refusal = refusal.or(() -> types.refusal(parameter.type()));
        }
        return refusal;
    }

    private void add(VariableDecl variable, SymbolTypes types) {
        if (variable.threadLocal()) {
            absent.put(variable.id(), SkipCode.THREAD_LOCAL_VARIABLE);
        } else {
            symbols.put(variable.name(), new Symbol.VariableSymbol(exported(variable, variable.symbol()),
                    types.variable(variable.type())));
        }
    }

    private static Optional<String> exported(Declaration decl, String symbol) {
        return symbol.equals(decl.name()) ? Optional.empty() : Optional.of(symbol);
    }
}
