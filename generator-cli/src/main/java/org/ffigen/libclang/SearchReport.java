package org.ffigen.libclang;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every place looked in so far and why it did not serve, in the order of the search. Not safe across threads. */
final class SearchReport {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Adds a place; a second failure of the same place is added to the first one's reason. */
    void failed(Object place, String reason) {
        reasons.merge(place.toString(), reason, (first, second) -> first + "; " + second);
    }

    /** One indented line a place. */
    String text() {
        StringBuilder text = new StringBuilder();
        reasons.forEach((place, reason) -> text.append("  ").append(place).append(": ").append(reason).append('\n'));
        return text.toString();
    }
}
