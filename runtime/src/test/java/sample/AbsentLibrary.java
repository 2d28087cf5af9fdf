package sample;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.ffigen.runtime.NativeBinding;
import org.ffigen.runtime.NativeLibrary;
import org.ffigen.runtime.Upcalls;

/** A binding of a library that is not there. */
@NativeBinding(header = "absent.h")
public final class AbsentLibrary {
    private static final NativeLibrary LIBRARY = NativeLibrary.named(MethodHandles.lookup(), "absent", "0.1");

    private AbsentLibrary() {
    }

    /** {@code int absent(void)} */
    public static int absent() {
        try {
            int result = (int) Call.HANDLE.invokeExact(Symbols.absent);
            Upcalls.rethrow();
            return result;
        } catch (Throwable t) {
            throw LIBRARY.failure(Symbols.absent, t);
        }
    }

    private static final class Symbols {
        static final MemorySegment absent = LIBRARY.function("absent");
    }

    private static final class Call {
        static final MethodHandle HANDLE = LIBRARY.downcall(FunctionDescriptor.of(JAVA_INT));
    }
}
