package org.ffigen.runtime.dynamic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of a {@link SymbolTable}. Immutable: safe for any thread. */
public sealed interface SymbolDefinition {
    /**
     * The symbol in the library.
     *
     * @return its name; null if it is the key in the table
     */
    @Nullable
    String name();

    /**
     * Whether the library may lack it.
     *
     * @return true if opening succeeds without it
     */
    boolean optional();

    /**
     * A function.
     *
     * @param signature its types
     * @param name the symbol; null if it is the key in the table
     * @param nonblocking whether {@link NativeFunction#call} gives a future and runs elsewhere
     * @param optional whether the library may lack it
     */
    record Function(Signature signature, @Nullable String name, boolean nonblocking, boolean optional)
            implements SymbolDefinition {
        /** Checks that there is a signature. */
        public Function {
            Objects.requireNonNull(signature, "signature");
        }
    }

    /**
     * A variable. A number or bool is read once, when the library is opened; of the other types, the value is the
     * variable's address.
     *
     * @param type its type
     * @param name the symbol; null if it is the key in the table
     * @param optional whether the library may lack it
     */
    record Variable(NativeType type, @Nullable String name, boolean optional) implements SymbolDefinition {
        /**
         * Checks the type.
         *
         * @throws IllegalArgumentException if it is void or a struct
         */
        public Variable {
            Objects.requireNonNull(type, "type");
            if (type == NativeType.VOID || type instanceof StructType) {
                throw new IllegalArgumentException("a variable cannot be " + type
                        + "; declare a struct as pointer to get its address");
            }
        }
    }
}
