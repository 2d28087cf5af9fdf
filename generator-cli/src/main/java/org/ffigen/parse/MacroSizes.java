package org.ffigen.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many tokens macros stand for, once the macros that they use are expanded. Each level may double it, so that a few
 * lines stand for more than any compiler has memory for.
 */
final class MacroSizes {

    private static final long MOST = 100_000;
    private static final long MOST_TOGETHER = 1_000_000;
    private static final String VARIADIC = "...";

    private final Map<String, MacroDefinition> byName;
    private final Map<String, Size> known = new HashMap<>();
    private final Map<String, List<String>> parameters = new HashMap<>();
    /** Made when it is first asked for. */
    private Set<String> tooLong;

    MacroSizes(Map<String, MacroDefinition> byName) {
        this.byName = byName;
    }

    /**
     * What some tokens expand to.
     *
     * @param tokens how many there are, but for parameters
     * @param parameters how often each parameter is there
     */
    private record Size(long tokens, Map<String, Long> parameters) {

        private static final Size NOTHING = new Size(0, Map.of());
        private static final Size ONE = new Size(1, Map.of());

        private static Size parameter(String name) {
            return new Size(0, Map.of(name, 1L));
        }

        private Size plus(Size other) {
            Map<String, Long> sum = new HashMap<>(parameters);
            other.parameters.forEach((name, count) -> sum.merge(name, count, Long::sum));
            sum.replaceAll((_, count) -> Math.min(count, MOST + 1));
            return new Size(Math.min(tokens + other.tokens, MOST + 1), sum);
        }

        private Size times(long factor) {
            Map<String, Long> product = new HashMap<>(parameters);
            product.replaceAll((_, count) -> Math.min(count * factor, MOST + 1));
            return new Size(Math.min(tokens * factor, MOST + 1), product);
        }
    }

    /** Whether a macro is too long to be evaluated: it alone, or with all that are no longer. */
    boolean isLong(MacroDefinition macro) {
        if (tooLong == null) {
            tooLong = tooLong();
        }
        return tooLong.contains(macro.name());
    }

    private Set<String> tooLong() {
        Set<String> found = new HashSet<>();
        List<MacroDefinition> bySize = byName.values()
                .stream()
                .filter(macro -> !macro.functionLike())
                .sorted(Comparator.<MacroDefinition>comparingLong(macro -> of(macro).tokens())
                        .thenComparing(MacroDefinition::name))
                .toList();
        long together = 0;
        for (MacroDefinition macro : bySize) {
            long tokens = of(macro).tokens();
            together += tokens;
            if (tokens > MOST || together > MOST_TOGETHER) {
                found.add(macro.name());
            }
        }
        return found;
    }

    private Size of(MacroDefinition macro) {
        Size size = known.get(macro.name());
        if (size == null) {
            // Within itself it is not expanded again.
            known.put(macro.name(), Size.ONE);
            size = macro.functionLike()
                    ? of(behindParameters(macro), parametersOf(macro))
                    : of(macro.body(), List.of());
            known.put(macro.name(), size);
        }
        return size;
    }

    private List<String> parametersOf(MacroDefinition macro) {
        return parameters.computeIfAbsent(macro.name(), _ -> parameters(macro));
    }

    private Size of(List<String> tokens, List<String> names) {
        Size sum = Size.NOTHING;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            MacroDefinition used = named(token);
            if (names.contains(token)) {
                sum = sum.plus(Size.parameter(token));
            } else if (used == null) {
                sum = sum.plus(Size.ONE);
            } else if (!used.functionLike()) {
                sum = sum.plus(of(used));
            } else if (i + 1 < tokens.size() && tokens.get(i + 1).equals("(")) {
                int end = closing(tokens, i + 1);
                sum = sum.plus(ofCall(used, arguments(tokens.subList(i + 2, end)), names));
                i = end;
            } else {
                sum = sum.plus(Size.ONE);
            }
        }
        return sum;
    }

    /** @param names the parameters of the macro that calls */
    private Size ofCall(MacroDefinition used, List<List<String>> arguments, List<String> names) {
        Size body = of(used);
        Size sum = new Size(body.tokens(), Map.of());
        List<String> parameters = parametersOf(used);
        for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
            String parameter = parameters.get(Math.min(i, parameters.size() - 1));
            sum = sum.plus(of(arguments.get(i), names).times(body.parameters().getOrDefault(parameter, 0L)));
        }
        return sum;
    }

    /** The macro of that name, or the one that stands for nothing but its name in the end. */
    private MacroDefinition named(String name) {
        MacroDefinition macro = byName.get(name);
        for (int i = 0; i < byName.size() && macro != null && !macro.functionLike() && macro.body().size() == 1
                && byName.get(macro.body().getFirst()) instanceof MacroDefinition next; i++) {
            macro = next;
        }
        return macro;
    }

    /** The names of the parameters; what takes any number of arguments has the name that the body uses. */
    private static List<String> parameters(MacroDefinition macro) {
        List<String> names = new ArrayList<>();
        String last = "(";
        for (String token : macro.tokens().subList(1, closing(macro.tokens(), 0))) {
            if (token.equals(VARIADIC)) {
                if (last.equals(",") || last.equals("(")) {
                    names.add("__VA_ARGS__");
                }
            } else if (!token.equals(",")) {
                names.add(token);
            }
            last = token;
        }
        return names;
    }

    private static List<String> behindParameters(MacroDefinition macro) {
        List<String> tokens = macro.tokens();
        return tokens.subList(Math.min(closing(tokens, 0) + 1, tokens.size()), tokens.size());
    }

    /** Where the bracket at an index is closed; the end if it never is. */
    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case "(" -> depth++;
                case ")" -> depth--;
                default -> {
                }
            }
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** What stands between the commas that are in no brackets. */
    private static List<List<String>> arguments(List<String> tokens) {
        List<List<String>> arguments = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).equals("(")) {
                i = closing(tokens, i);
            } else if (tokens.get(i).equals(",")) {
                arguments.add(tokens.subList(begin, i));
                begin = i + 1;
            }
        }
        arguments.add(tokens.subList(begin, tokens.size()));
        return arguments;
    }
}
