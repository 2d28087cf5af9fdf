package org.ffigen.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fact that may differ between targets. */
public sealed interface PerTarget<T> {

    /** The fact on a target. */
    T on(String targetId);

    /** All targets agree. */
    record Same<T>(T value) implements PerTarget<T> {
        @Override
        public T on(String targetId) {
            return value;
        }
    }

    /** By target id. */
    record Varies<T>(SortedMap<String, T> values) implements PerTarget<T> {
        public Varies {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        public T on(String targetId) {
            return values.get(targetId);
        }
    }
}
