package org.ffigen.runtime.dynamic;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.util.List;
import java.util.Locale;

/** What the linker needs to know of a {@link Signature}. Stateless. */
final class CallDescriptor {
    /** Whether narrow arguments share stack slots. */
    static final boolean PACKS_STACK_ARGUMENTS = System.getProperty("os.name", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("mac") && System.getProperty("os.arch", "").equals("aarch64");

    /** The limit is 255; some are needed for other things, how many depends on the way of the call. */
    private static final int MOST_SLOTS = 240;

    private CallDescriptor() {
    }

    static FunctionDescriptor of(Signature signature) {
        List<NativeType> types = signature.parameters();
        MemoryLayout[] parameters = new MemoryLayout[types.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = types.get(i) instanceof ScalarType scalar
                    ? scalar.parameterLayout(i)
                    : types.get(i).layout();
        }
        return signature.result() == NativeType.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(signature.result().layout(), parameters);
    }

    static Linker.Option[] options(Signature signature) {
        return signature.isVariadic()
                ? new Linker.Option[]{Linker.Option.firstVariadicArg(signature.fixed())}
                : new Linker.Option[0];
    }

    /** Of an exception of the linker or of a handle, what users can understand if there are too many parameters. */
    static IllegalArgumentException explained(String name, Signature signature, IllegalArgumentException refused) {
        long slots = 0;
        for (NativeType type : signature.parameters()) {
            slots += slots(type);
        }
        return slots <= MOST_SLOTS
                ? refused
                : new IllegalArgumentException(name + ": too many parameters: they take " + slots
                        + " slots, and the JVM can pass about " + MOST_SLOTS
                        + " in a call. A parameter takes one; one of "
                        + "64 bits or an address takes two, a struct two for each 8 bytes: pass a pointer to it",
                        refused);
    }

    private static long slots(NativeType type) {
        long bytes = type.layout().byteSize();
        return type instanceof StructType ? (bytes + 7) / 8 * 2 : bytes == 8 ? 2 : 1;
    }
}
