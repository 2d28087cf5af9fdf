package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;

/**
 * Finds functions that would call, themselves or through others of the headers, what is static or inline and only
 * declared. Compilers accept it with a warning at most; the process ends when the linker looks for it.
 */
final class UndefinedCalls {

    /** What names another function that stands in. */
    private static final Pattern ALIAS = Pattern.compile("\\b_*(?:alias|weakref|ifunc)_*\\b");

    /** Inline functions that are not static, and that no declaration promises to be in the library. */
    private final Set<String> inline;
    private final Map<Long, List<Cursor>> used = new HashMap<>();

    UndefinedCalls(NativeApi api) {
        inline = api.all(FunctionDecl.class)
                .stream()
                .filter(function -> function.linkage() == Linkage.INLINE)
                .map(Declaration::name)
                .collect(Collectors.toSet());
    }

    /** Whether a function with a body needs what is not defined. */
    boolean areIn(Cursor function) {
        Set<Long> seen = new HashSet<>();
        Deque<Cursor> pending = new ArrayDeque<>(List.of(function));
        while (!pending.isEmpty()) {
            Cursor next = pending.remove();
            for (Cursor callee : used.computeIfAbsent(next.identity(), _ -> used(next))) {
                Cursor definition = callee.definition();
                if (definition.isNull() && isUndefined(callee)) {
                    return true;
                }
                if (!definition.isNull() && seen.add(definition.identity())) {
                    pending.add(definition);
                }
            }
        }
        return false;
    }

    /** The functions that are named in a function. */
    private static List<Cursor> used(Cursor function) {
        List<Cursor> used = new ArrayList<>();
        Deque<Cursor> pending = new ArrayDeque<>(List.of(function));
        while (!pending.isEmpty()) {
            CursorList parts = pending.remove().children();
            for (int i = 0; i < parts.size(); i++) {
                Cursor part = parts.get(i);
                if (parts.kind(i) == CursorKind.DECL_REF_EXPR
                        && part.referenced().kind() == CursorKind.FUNCTION_DECL) {
                    used.add(part.referenced());
                }
                pending.add(part);
            }
        }
        return used;
    }

    private boolean isUndefined(Cursor function) {
        return (function.isInternal() || inline.contains(function.spelling()))
                && !(function.hasAttributes() && ALIAS.matcher(function.prettyPrinted()).find());
    }
}
