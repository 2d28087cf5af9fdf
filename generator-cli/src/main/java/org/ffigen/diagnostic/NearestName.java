package org.ffigen.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class NearestName {

    private NearestName() {
    }

    /** The nearest of these names, if one is near. */
    public static Optional<String> to(String name, Collection<String> known) {
        return to(name, known, 1).stream().findFirst();
    }

    /** The nearest of these names that are near, best first. */
    public static List<String> to(String name, Collection<String> known, int most) {
        int limit = Math.max(1, name.length() / 3);
        record Near(String name, int distance) {}
        return known.stream()
                .distinct()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(name.toLowerCase(Locale.ROOT),
                        candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= limit)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(most)
                .map(Near::name)
                .toList();
    }

    /** How many letters must be added, dropped or changed to make one of the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
