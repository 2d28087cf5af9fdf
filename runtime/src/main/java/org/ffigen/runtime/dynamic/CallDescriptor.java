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
}
