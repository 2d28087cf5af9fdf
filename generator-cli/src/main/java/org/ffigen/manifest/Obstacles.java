package org.ffigen.manifest;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.lower.Lowering;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/** What stands in the way of each function: {@code callable} for Java, {@code noSymbol} for {@code symbols}. */
final class Obstacles {

    private final NativeApi api;
    private final Collection<Lowering> targets;
    private final SortedMap<String, SymbolTable> tables;

    Obstacles(NativeApi api, Collection<Lowering> targets, SortedMap<String, SymbolTable> tables) {
        this.api = api;
        this.targets = targets;
        this.tables = tables;
    }

    /** Writes why Java cannot call the function, by target; nothing if it can on all. */
    void writeCallable(CanonicalJson json, DeclId function) {
        SortedMap<String, SkipCode> codes = new TreeMap<>();
        FunctionDecl decl = (FunctionDecl) api.declarations().get(function);
        for (Lowering target : targets) {
            target.refusal(decl).ifPresent(code -> codes.put(target.target().id(), code));
        }
        if (!codes.isEmpty()) {
            writeCodes(json.key("callable"), ByTarget.of(codes, targets.size()));
        }
    }

    /** Writes why there is no symbol: a code, or codes by target where some have the symbol; nothing if all do. */
    void writeNoSymbol(CanonicalJson json, DeclId declaration) {
        SortedMap<String, SkipCode> codes = new TreeMap<>();
        tables.forEach((target, table) -> {
            SkipCode code = table.absent().get(declaration);
            if (code != null) {
                codes.put(target, code);
            }
        });
        SortedMap<String, SkipCode> merged = ByTarget.of(codes, targets.size());
        if (merged.containsKey(ManifestFormat.ALL_TARGETS)) {
            json.key("noSymbol").value(merged.get(ManifestFormat.ALL_TARGETS).code());
        } else if (!merged.isEmpty()) {
            writeCodes(json.key("noSymbol"), merged);
        }
    }

    private static void writeCodes(CanonicalJson json, SortedMap<String, SkipCode> codes) {
        json.beginObject();
        codes.forEach((target, code) -> json.key(target).value(code.code()));
        json.endObject();
    }
}
