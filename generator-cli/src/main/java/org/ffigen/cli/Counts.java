package org.ffigen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;

/**
 * How much was bound and skipped.
 *
 * @param bound by kind in the plural, such as {@code functions}; kinds without any are absent
 * @param skipped by code
 */
record Counts(SequencedMap<String, Integer> bound, Map<String, Integer> skipped) {

    /** @param withoutJava what is declared, and no Java is of */
    static Counts of(NativeApi api, Set<DeclId> withoutJava) {
        // A function that no caller can reach is declared and skipped; a macro may have the same name as a function.
        Set<String> skippedDeclarations = api.skipped()
                .stream()
                .map(s -> s.kind() + " " + s.name())
                .collect(Collectors.toSet());
        SequencedMap<String, Integer> bound = new LinkedHashMap<>();
        for (Declaration declaration : api.declarations().values()) {
            String kind = kind(declaration);
            if (!kind.isEmpty() && !withoutJava.contains(declaration.id())
                    && !skippedDeclarations.contains(skippedKind(kind) + " " + declaration.name())) {
                bound.merge(kind, 1, Integer::sum);
            }
        }
        Map<String, Integer> skipped = new TreeMap<>();
        api.skipped().forEach(s -> skipped.merge(s.code().code(), 1, Integer::sum));
        return new Counts(ordered(bound), skipped);
    }

    /** {@code function} of {@code functions}. */
    static String singular(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    /** What of that kind is called among what is skipped: a constant that Java cannot have is still a macro. */
    private static String skippedKind(String kind) {
        return kind.equals("constants") ? "macro" : singular(kind);
    }

    private static String kind(Declaration declaration) {
        return switch (declaration) {
            case Declaration.FunctionDecl f -> "functions";
            case Declaration.RecordDecl r -> r.id().kind() == DeclId.Kind.UNION ? "unions" : "structs";
            case Declaration.OpaqueDecl o -> "opaque types";
            case Declaration.EnumDecl e -> "enums";
            case Declaration.VariableDecl v -> "variables";
            case Declaration.MacroConstant m -> "constants";
            case Declaration.TypedefDecl t -> isCallback(t.type()) ? "callbacks" : "";
        };
    }

    private static boolean isCallback(CType type) {
        return switch (type.unqualified()) {
            case CType.Function f -> true;
            case CType.Pointer p -> p.pointee().unqualified() instanceof CType.Function;
            default -> false;
        };
    }

    private static SequencedMap<String, Integer> ordered(Map<String, Integer> bound) {
        SequencedMap<String, Integer> ordered = new LinkedHashMap<>();
        for (String kind : new String[]{"functions", "structs", "unions", "opaque types", "enums", "callbacks",
                "constants", "variables"}) {
            if (bound.containsKey(kind)) {
                ordered.put(kind, bound.get(kind));
            }
        }
        return ordered;
    }
}
