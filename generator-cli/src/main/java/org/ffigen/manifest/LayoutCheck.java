package org.ffigen.manifest;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.PerTarget;

/** Checks that the layouts of a manifest are of its targets and name the place of every named member. */
final class LayoutCheck {

    private LayoutCheck() {
    }

    /** @throws InvalidManifest at the first layout that is not as said */
    static void check(ManifestNode types, Map<DeclId, Declaration> declarations, Set<String> targets) {
        for (Declaration decl : declarations.values()) {
            if (decl instanceof RecordDecl record && !isComplete(record, targets)) {
                throw types.get(record.id().toString())
                        .get("layout")
                        .invalid("this does not fit the members or targets");
            }
        }
    }

    private static boolean isComplete(RecordDecl record, Set<String> targets) {
        return switch (record.layout()) {
            case PerTarget.Same<Layout>(var layout) -> isComplete(record.members(), layout);
            case PerTarget.Varies<Layout>(var layouts) -> targets.containsAll(layouts.keySet())
                    && layouts.values().stream().allMatch(layout -> isComplete(record.members(), layout));
        };
    }

    private static boolean isComplete(Collection<Member> members, Layout layout) {
        return layout.align() > 0 && members.stream()
                .allMatch(member -> member.name().isEmpty()
                        || (member.bits().isPresent() ? layout.bitOffsets() : layout.offsets())
                                .containsKey(member.name()));
    }
}
