package org.ffigen.bind;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/**
 * How the values of records get to C, by their Java names.
 *
 * @param ownBytes those that own a copy of the bytes, which is passed as it is
 * @param withBits those with bit-fields, which are written into what is there, so that it must be zero
 * @param ofWords those of 64-bit members only, with the number of these: what is written there is what the linker
 *        reads, so that C2 does without the memory if it is the heap's
 * @param pointers where they have pointers
 */
record ValueForms(Set<String> ownBytes, Set<String> withBits, Map<String, Integer> ofWords, RecordPointers pointers) {

    /** C2 takes longer arrays for memory (EliminateAllocationArraySizeLimit). */
    private static final long MOST_WORDS = 64;

    static ValueForms of(NativeApi api, Lowering lowering, TypeNames names, RecordPointers pointers) {
        Set<String> ownBytes = new TreeSet<>();
        Set<String> withBits = new TreeSet<>();
        Map<String, Integer> ofWords = new TreeMap<>();
        for (RecordDecl record : api.all(RecordDecl.class)) {
            names.find(record.id()).ifPresent(name -> {
                if (!RecordBinder.isJavaRecord(record, api, lowering)) {
                    ownBytes.add(name);
                } else if (hasBits(record, api, lowering)) {
                    withBits.add(name);
                } else {
                    Shape shape = lowering.storage(new CType.Named(record.id()));
                    long words = shape.size() / Long.BYTES;
                    if (isOfWords(shape) && words <= MOST_WORDS) {
                        ofWords.put(name, (int) words);
                    }
                }
            });
        }
        return new ValueForms(ownBytes, withBits, ofWords, pointers);
    }

    private static boolean isOfWords(Shape shape) {
        return switch (shape) {
            case Shape.Scalar scalar -> scalar.size() == Long.BYTES;
            case Shape.StructShape struct -> struct.size() > 0 && struct.fields()
                    .stream()
                    .allMatch(field -> field.offset() % Long.BYTES == 0 && isOfWords(field.shape()));
            default -> false;
        };
    }

    private static boolean hasBits(RecordDecl record, NativeApi api, Lowering lowering) {
        return record.members()
                .stream()
                .anyMatch(member -> member.bits().isPresent()
                        || lowering.resolve(member.type()) instanceof CType.Named named
                                && api.find(named.id()).orElse(null) instanceof RecordDecl inner
                                && hasBits(inner, api, lowering));
    }

    /** The place of a value, which is in memory of {@code scratch} if that {@link #needsScratch}. */
    String anywhere(String type, String value) {
        return ofWords.containsKey(type)
                ? "new " + type + ".Ptr(MemorySegment.ofArray(new long[" + ofWords.get(type) + "])).set(" + value + ")"
                : inScratch(type, value);
    }

    /** The place of a value, which is in memory of {@code scratch} unless it is its own. */
    String inScratch(String type, String value) {
        if (ownBytes.contains(type)) {
            return value + ".view()";
        }
        return (withBits.contains(type)
                ? type + ".allocate(scratch)"
                : "new " + type + ".Ptr(scratch.allocate(" + type + ".LAYOUT))") + ".set(" + value + ")";
    }

    /** Whether the value lies in memory of {@code scratch} while it is passed. */
    boolean needsScratch(String type) {
        return !ownBytes.contains(type) && !ofWords.containsKey(type);
    }
}
