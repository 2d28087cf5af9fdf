package org.ffigen.select;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/**
 * The declarations that others need. The internals of system headers ({@code struct _IO_FILE} behind {@code FILE}) stay
 * opaque where there are only pointers to them: nobody may touch them, and they change.
 */
final class DependencyClosure {

    private final NativeApi api;
    private final Map<DeclId, Declaration> needed = new HashMap<>();
    private final Set<Reference> followed = new HashSet<>();
    private final Deque<Reference> pending = new ArrayDeque<>();

    DependencyClosure(NativeApi api) {
        this.api = api;
    }

    /** The roots and everything they need. */
    Collection<Declaration> of(List<Declaration> roots) {
        for (Declaration root : roots) {
            needed.put(root.id(), root);
        }
        for (Declaration root : roots) {
            pending.addAll(References.of(root, false));
        }
        while (!pending.isEmpty()) {
            Reference next = pending.remove();
            if (followed.add(next)) {
                follow(next);
            }
        }
        return new ArrayList<>(needed.values());
    }

    private void follow(Reference reference) {
        Declaration declaration = api.find(reference.id())
                .orElseThrow(() -> new IllegalArgumentException("nothing declares " + reference.id()));
        if (declaration instanceof RecordDecl record && !reference.complete() && isInternal(record)) {
            needed.putIfAbsent(record.id(), new OpaqueDecl(record.id(), record.comment(), record.source()));
        } else {
            needed.put(declaration.id(), declaration);
            pending.addAll(References.of(declaration, reference.complete()));
        }
    }

    private static boolean isInternal(RecordDecl record) {
        String name = record.name();
        return record.source().line() == 0 && name.length() > 1 && name.charAt(0) == '_'
                && (name.charAt(1) == '_' || Character.isUpperCase(name.charAt(1)));
    }
}
