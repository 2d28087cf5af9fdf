package org.ffigen.bind;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/** Function pointers that a function finds by what it is given: it may call what Java put there. */
final class ReachableCallbacks {

    private final NativeApi api;
    private final Lowering lowering;
    private final Set<DeclId> seen = new HashSet<>();

    private ReachableCallbacks(NativeApi api, Lowering lowering) {
        this.api = api;
        this.lowering = lowering;
    }

    /** Where there is one, as in {@code the member done of struct:ops}; empty if there is none. */
    static Optional<String> in(CType type, NativeApi api, Lowering lowering) {
        return new ReachableCallbacks(api, lowering).find(type, "a callback");
    }

    private Optional<String> find(CType type, String place) {
        CType resolved = lowering.resolve(type);
        return switch (resolved) {
            case CType.Function _ -> Optional.of(place);
            case CType.Pointer pointer -> find(pointer.pointee(), place);
            case CType.Array array -> find(array.element(), place);
            case CType.Named named when api.find(named.id()).orElse(null) instanceof RecordDecl record
                    && seen.add(named.id()) ->
                find(record);
            default -> Optional.empty();
        };
    }

    private Optional<String> find(RecordDecl record) {
        return record.members()
                .stream()
                .flatMap(member -> find(member.type(), place(record, member)).stream())
                .findFirst();
    }

    private static String place(RecordDecl record, Member member) {
        return "the function pointer %s of %s".formatted(member.name(), record.name());
    }
}
