package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.CType;
import org.ffigen.model.NativeApi;

/** A record's members with those of its anonymous members in their place, as C code sees them. */
final class FlatMembers {

    private FlatMembers() {
    }

    static List<Member> of(RecordDecl record, NativeApi api) {
        List<Member> flat = new ArrayList<>();
        for (Member member : record.members()) {
            if (isAnonymous(member, api)) {
                of(inner(member, api), api).forEach(inner -> flat.add(new Member(inner.name(),
                        member.type().qualifying(inner.type()), inner.bits(), inner.deprecated(), inner.comment())));
            } else {
                flat.add(member);
            }
        }
        return flat;
    }

    /** Whether it is a struct or union without a name, whose members belong to the record around it. */
    static boolean isAnonymous(Member member, NativeApi api) {
        return member.name().isEmpty() && inner(member, api) != null;
    }

    static RecordDecl inner(Member member, NativeApi api) {
        return member.type().unqualified() instanceof CType.Named named
                && api.find(named.id()).orElse(null) instanceof RecordDecl inner ? inner : null;
    }
}
