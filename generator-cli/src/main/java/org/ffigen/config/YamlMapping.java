package org.ffigen.config;

import java.util.List;
import java.util.Optional;

/**
 * The keys of a YAML mapping with their values, in the order of the file; no key is there twice.
 */
record YamlMapping(List<Entry> entries) {

    /** One key, as the user gave it, and its value. */
    record Entry(Given key, YamlNode value) {}

    YamlMapping {
        entries = List.copyOf(entries);
    }

    /** The value of that key. */
    Optional<YamlNode> find(String key) {
        return entries.stream().filter(entry -> entry.key().text().equals(key)).map(Entry::value).findFirst();
    }
}
