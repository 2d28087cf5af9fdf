package org.ffigen.manifest;

import java.util.SortedMap;
import java.util.TreeMap;

/** Writes {@code symbols}: tables that {@code Deno.dlopen} takes as they are. */
final class SymbolsWriter {

    private final CanonicalJson json;

    SymbolsWriter(CanonicalJson json) {
        this.json = json;
    }

    /** @param tables by target id */
    void write(SortedMap<String, SymbolTable> tables) {
        SortedMap<String, SortedMap<String, Symbol>> symbols = new TreeMap<>();
        tables.forEach((target, table) -> symbols.put(target, table.symbols()));
        json.key("symbols").beginObject();
        ByTarget.of(symbols, tables.size()).forEach((target, table) -> {
            json.key(target).beginObject();
            table.forEach(this::write);
            json.endObject();
        });
        json.endObject();
    }

    private void write(String name, Symbol symbol) {
        json.key(name).beginObject();
        symbol.exportedName().ifPresent(exported -> json.key("name").value(exported));
        json.key("optional").value(true);
        switch (symbol) {
            case Symbol.FunctionSymbol function -> {
                json.key("parameters").beginArray();
                function.parameters().forEach(this::write);
                json.endArray();
                json.key("result");
                write(function.result());
            }
            case Symbol.VariableSymbol variable -> {
                json.key("type");
                write(variable.type());
            }
        }
        json.endObject();
    }

    private void write(SymbolType type) {
        switch (type) {
            case SymbolType.Word(var word) -> json.value(word);
            case SymbolType.Struct(var members) -> {
                json.beginObject().key("struct").beginArray();
                members.forEach(this::write);
                json.endArray().endObject();
            }
        }
    }
}
