package sample;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.NativeBinding;
import org.ffigen.runtime.Pointer;
import org.ffigen.runtime.Upcalls;

/** {@code typedef int (*point_visitor)(int index, void *user)} */
@FunctionalInterface
@NativeBinding(header = "point.h")
public interface PointVisitor {
    int apply(int index, MemorySegment user);

    static FunctionPointer<PointVisitor> of(PointVisitor function, Arena arena) {
        return of(function, arena, 0);
    }

    static FunctionPointer<PointVisitor> of(PointVisitor function, Arena arena, int valueOnException) {
        return PointLibrary.LIBRARY.upcall(MethodHandles.lookup(), PointVisitor.class, Call.DESCRIPTOR, function,
                arena, valueOnException);
    }

    static PointVisitor from(FunctionPointer<PointVisitor> pointer) {
        MemorySegment address = Pointer.segmentOf(pointer);
        return (index, user) -> {
            try {
                int result = (int) Call.HANDLE.invokeExact(address, index, user);
                Upcalls.rethrow();
                return result;
            } catch (Throwable t) {
                throw PointLibrary.LIBRARY.failure(address, t);
            }
        };
    }

    private static int upcall(PointVisitor function, int valueOnException, int index, MemorySegment user) {
        if (Upcalls.isPending()) {
            return valueOnException;
        }
        try {
            return function.apply(index, user);
        } catch (Throwable t) {
            Upcalls.caught(t);
            return valueOnException;
        }
    }

    /** The shape of the calls. */
    final class Call {
        private static final FunctionDescriptor DESCRIPTOR = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);
        private static final MethodHandle HANDLE = PointLibrary.LIBRARY.downcall(DESCRIPTOR);

        private Call() {
        }
    }
}
