package org.ffigen.bind;

import java.util.Set;
import java.util.TreeSet;

import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/**
 * How the values of records get to C, by their Java names.
 *
 * @param ownBytes those that own a copy of the bytes, which is passed as it is
 * @param withBits those with bit-fields, which are written into what is there, so that it must be zero
 */
record ValueForms(Set<String> ownBytes, Set<String> withBits) {

    static ValueForms of(NativeApi api, Lowering lowering, TypeNames names) {
        Set<String> ownBytes = new TreeSet<>();
        Set<String> withBits = new TreeSet<>();
        for (RecordDecl record : api.all(RecordDecl.class)) {
            names.find(record.id()).ifPresent(name -> {
                if (!RecordBinder.isJavaRecord(record, api, lowering)) {
                    ownBytes.add(name);
                } else if (hasBits(record, api, lowering)) {
                    withBits.add(name);
                }
            });
        }
        return new ValueForms(ownBytes, withBits);
    }

    private static boolean hasBits(RecordDecl record, NativeApi api, Lowering lowering) {
        return record.members()
                .stream()
                .anyMatch(member -> member.bits().isPresent()
                        || lowering.resolve(member.type()) instanceof CType.Named named
                                && api.find(named.id()).orElse(null) instanceof RecordDecl inner
                                && hasBits(inner, api, lowering));
    }

    /** The place of a value of a Java record, in memory of {@code scratch}. */
    String copy(String type, String value) {
        return (withBits.contains(type)
                ? type + ".allocate(scratch)"
                : "new " + type + ".Ptr(scratch.allocate(" + type + ".LAYOUT))") + ".set(" + value + ")";
    }
}
