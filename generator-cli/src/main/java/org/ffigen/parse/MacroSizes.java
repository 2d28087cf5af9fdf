package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many tokens macros stand for, once the macros that they use are expanded. Each level may double it, so that a few
 * lines stand for more than any compiler has memory for.
 */
final class MacroSizes {

    private static final long MOST = 100_000;
    private static final Size ONE = new Size(1, 0);
    private static final Size ARGUMENT = new Size(0, 1);

    private final Map<String, MacroDefinition> byName;
    private final Map<String, Size> known = new HashMap<>();

    MacroSizes(Map<String, MacroDefinition> byName) {
        this.byName = byName;
    }

    /** @param ofArguments how often what stands in the brackets behind the name is repeated, for each of its tokens */
    private record Size(long fixed, long ofArguments) {

        private Size plus(Size other) {
            return new Size(Math.min(fixed + other.fixed, MOST + 1),
                    Math.min(ofArguments + other.ofArguments, MOST + 1));
        }

        private Size times(long factor) {
            return new Size(Math.min(fixed * factor, MOST + 1), Math.min(ofArguments * factor, MOST + 1));
        }
    }

    /** Whether a macro is too long to be evaluated. */
    boolean isLong(MacroDefinition macro) {
        return !macro.functionLike() && of(macro).fixed() > MOST;
    }

    private Size of(MacroDefinition macro) {
        Size size = known.get(macro.name());
        if (size == null) {
            // Within itself it is not expanded again.
            known.put(macro.name(), ONE);
            size = macro.functionLike() ? ofFunction(macro.tokens()) : of(macro.body(), Set.of());
            known.put(macro.name(), size);
        }
        return size;
    }

    /** @param tokens the parameters in brackets, and the body */
    private Size ofFunction(List<String> tokens) {
        int end = tokens.indexOf(")");
        return end < 0 ? ONE : of(tokens.subList(end + 1, tokens.size()), Set.copyOf(tokens.subList(0, end)));
    }

    private Size of(List<String> tokens, Set<String> parameters) {
        Deque<Long> factors = new ArrayDeque<>(List.of(1L));
        Size sum = new Size(0, 0);
        long repeated = 1;
        for (String token : tokens) {
            MacroDefinition used = byName.get(token);
            Size size = parameters.contains(token) ? ARGUMENT : used == null ? ONE : of(used);
            switch (token) {
                case "(" -> factors.push(Math.min(factors.element() * repeated, MOST + 1));
                case ")" -> {
                    if (factors.size() > 1) {
                        factors.pop();
                    }
                }
                default -> {
                }
            }
            repeated = used != null && used.functionLike() ? Math.max(1, size.ofArguments()) : 1;
            Size here = used != null && used.functionLike() ? new Size(size.fixed(), 0) : size;
            sum = sum.plus(here.times(factors.element()));
        }
        return sum;
    }
}
