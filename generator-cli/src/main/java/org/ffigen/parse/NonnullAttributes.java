package org.ffigen.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ffigen.clang.Cursor;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;

/**
 * Reads {@code nonnull} and {@code returns_nonnull}, of functions and of parameters. libclang exposes neither but in how
 * it prints a declaration.
 */
final class NonnullAttributes {

    /** With the numbers of the parameters it is about, the first being 1; without any, all pointers. */
    private static final Pattern NONNULL = Pattern.compile("\\b_*nonnull_*\\b(?:\\s*\\(([\\d\\s,]+)\\))?");
    private static final Pattern RETURNS_NONNULL = Pattern.compile("\\b_*returns_nonnull_*\\b");

    private NonnullAttributes() {
    }

    /**
     * The type with what must not be null marked as such.
     *
     * @param hidden what is a pointer, but for a typedef
     * @param text the function as clang prints it; empty if it has no attributes
     */
    static FunctionType applied(FunctionType type, Cursor function, HiddenPointers hidden, String text) {
        Set<Integer> nonnull = new HashSet<>();
        int ofParameters = 0;
        for (int i = 0; i < type.parameters().size(); i++) {
            Cursor parameter = function.argument(i);
            if (parameter.hasAttributes() && NONNULL.matcher(parameter.prettyPrinted()).find()) {
                nonnull.add(i);
                ofParameters++;
            }
        }
        if (nonnull.isEmpty() && !text.contains("nonnull")) {
            return type;
        }
        List<MatchResult> attributes = NONNULL.matcher(text).results().toList();
        boolean all = attributes.stream().filter(a -> a.group(1) == null).count() > ofParameters;
        attributes.stream()
                .filter(a -> a.group(1) != null)
                .flatMap(a -> List.of(a.group(1).trim().split("\\s*,\\s*")).stream())
                .forEach(number -> nonnull.add(Integer.parseInt(number) - 1));
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            Parameter parameter = type.parameters().get(i);
            int index = i;
            parameters.add(all || nonnull.contains(i)
                    ? new Parameter(parameter.name(), nonnull(parameter.type(), () -> hidden.parameter(index)))
                    : parameter);
        }
        CType result = RETURNS_NONNULL.matcher(text).find() ? nonnull(type.result(), hidden::result) : type.result();
        return new FunctionType(result, parameters, type.variadic(), type.prototyped());
    }

    /** A type that one declaration gives, with what another says of it. */
    static CType merge(CType type, CType other) {
        return other.unqualified() instanceof CType.Pointer pointer && pointer.nullability() == Nullability.NONNULL
                ? nonnull(type, () -> Optional.of(pointer))
                : type;
    }

    /** @param hidden the pointer, if a typedef hides it */
    private static CType nonnull(CType type, Supplier<Optional<CType>> hidden) {
        return switch (type) {
            case CType.Pointer pointer when pointer.nullability() == Nullability.UNSPECIFIED ->
                new CType.Pointer(pointer.pointee(), Nullability.NONNULL);
            case CType.Const(CType unqualified) -> new CType.Const(nonnull(unqualified, hidden));
            case CType.Qualified(var qualifier, CType inner) ->
                new CType.Qualified(qualifier, nonnull(inner, hidden));
            case CType.Named named -> hidden.get().map(pointer -> nonnull(pointer, Optional::empty)).orElse(named);
            default -> type;
        };
    }
}
