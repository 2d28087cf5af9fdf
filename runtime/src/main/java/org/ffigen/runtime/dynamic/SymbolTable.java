package org.ffigen.runtime.dynamic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The symbols to find in a library, with their types. Immutable: safe for any thread.
 *
 * {@snippet :
 * SymbolTable table = SymbolTable.builder()
 *         .function("add", I32, I32, I32)
 *         .variable("version", U32)
 *         .build();
 * }
 */
public final class SymbolTable {
    private final Map<String, SymbolDefinition> entries;

    private SymbolTable(Map<String, SymbolDefinition> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * Starts an empty table.
     *
     * @return a builder, for one thread
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the table that {@code Deno.dlopen} takes, as JSON. Keys of an entry that are not known are ignored.
     *
     * @param json an object; its keys are names, its values {@code {"parameters": [...], "result": "..."}} with
     *        {@code name}, {@code nonblocking} and {@code optional} if wanted, or {@code {"type": "..."}} for variables
     * @return the table
     * @throws IllegalArgumentException if it is malformed; the message says where
     */
    public static SymbolTable parse(String json) {
        return SymbolTableReader.table(JsonReader.read(json));
    }

    /**
     * Reads {@code symbols} of an ffigen manifest, for the platform this runs on. Keys that are not known are ignored.
     *
     * @param json the manifest
     * @return the table
     * @throws IllegalArgumentException if it is malformed, of another major version, or has no symbols for this platform
     */
    public static SymbolTable ofManifest(String json) {
        return SymbolTableReader.ofManifest(JsonReader.read(json));
    }

    /**
     * The entries, in the order they were given.
     *
     * @return names and definitions; unmodifiable
     */
    public Map<String, SymbolDefinition> entries() {
        return entries;
    }

    @Override
    public String toString() {
        return "SymbolTable" + entries.keySet();
    }

    /** Collects entries. For one thread. */
    public static final class Builder {
        private final Map<String, SymbolDefinition> entries = new LinkedHashMap<>();

        private Builder() {
        }

        /**
         * A function under its own name.
         *
         * @param name the symbol
         * @param result what it returns
         * @param parameters what it takes
         * @return this
         */
        public Builder function(String name, NativeType result, NativeType... parameters) {
            return add(name, new SymbolDefinition.Function(Signature.of(result, parameters), null, false, false));
        }

        /**
         * A function whose calls run on another thread.
         *
         * @param name the symbol
         * @param result what it returns
         * @param parameters what it takes
         * @return this
         */
        public Builder nonblocking(String name, NativeType result, NativeType... parameters) {
            return add(name, new SymbolDefinition.Function(Signature.of(result, parameters), null, true, false));
        }

        /**
         * A function that the library may lack.
         *
         * @param name the symbol
         * @param result what it returns
         * @param parameters what it takes
         * @return this
         */
        public Builder optional(String name, NativeType result, NativeType... parameters) {
            return add(name, new SymbolDefinition.Function(Signature.of(result, parameters), null, false, true));
        }

        /**
         * A variable under its own name.
         *
         * @param name the symbol
         * @param type its type; a struct is declared as pointer
         * @return this
         */
        public Builder variable(String name, NativeType type) {
            return add(name, new SymbolDefinition.Variable(type, null, false));
        }

        /**
         * Any entry.
         *
         * @param name what Java calls it
         * @param definition what it is
         * @return this
         * @throws IllegalArgumentException if there is one of that name
         */
        public Builder add(String name, SymbolDefinition definition) {
            Objects.requireNonNull(name, "name");
            if (entries.putIfAbsent(name, Objects.requireNonNull(definition, "definition")) != null) {
                throw new IllegalArgumentException("'" + name + "' is there already");
            }
            return this;
        }

        /**
         * The table of what was added so far.
         *
         * @return the table
         */
        public SymbolTable build() {
            return new SymbolTable(entries);
        }
    }
}
