package org.ffigen.model;

import java.util.Comparator;

/**
 * Something the headers declare and the bindings lack, and why.
 *
 * @param kind {@code macro}, {@code function}, {@code callback}, {@code member}, {@code variable}, {@code record}...
 * @param name {@code RICH_MAX}; of a member, {@code bits.a}
 * @param reason one sentence, and what to do about it
 */
public record Skipped(String kind, String name, SkipCode code, String reason, SourceLocation source)
        implements Comparable<Skipped> {

    private static final Comparator<Skipped> ORDER = Comparator.comparing(Skipped::kind)
            .thenComparing(Skipped::name)
            .thenComparing(Skipped::code);

    @Override
    public int compareTo(Skipped other) {
        return ORDER.compare(this, other);
    }
}
