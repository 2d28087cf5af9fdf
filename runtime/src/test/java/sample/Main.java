package sample;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.NativeLibrary;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Ffi;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.SymbolTable;

/** Uses every way to native code once, and prints what came of it. */
public final class Main {
    private Main() {
    }

    /** The library as an interface that only this package sees. */
    interface Bound {
        int point_add(int a, int b);

        default int twice(int x) {
            return point_add(x, x);
        }
    }

    public static void main(String[] arguments) {
        System.out.println("add " + PointLibrary.pointAdd(20, 22));
        System.out.println("midpoint " + PointLibrary.pointMidpoint(new Point(0, 2), new Point(4, 4)));
        System.out.println("length " + PointLibrary.pointLength("point"));
        System.out.println("count " + PointLibrary.pointCount());
        try (Arena arena = Arena.ofConfined()) {
            FunctionPointer<PointVisitor> visitor = PointVisitor.of((index, user) -> 10 * index, arena);
            System.out.println("visit " + PointLibrary.pointVisit(4, visitor, MemorySegment.NULL));
            FunctionPointer<PointVisitor> broken = PointVisitor.of((index, user) -> {
                throw new IllegalStateException("from a callback");
            }, arena);
            PointLibrary.pointVisit(4, broken, MemorySegment.NULL);
        } catch (IllegalStateException expected) {
            System.out.println("caught " + expected.getMessage());
        }
        try {
            PointLibrary.pointAbsent();
        } catch (UnsatisfiedLinkError expected) {
            System.out.println("missing " + expected.getClass().getSimpleName());
        }
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        SymbolTable table = SymbolTable.builder()
                .function("point_add", NativeType.I32, NativeType.I32, NativeType.I32)
                .build();
        try (DynamicLibrary library = ffi.open("point", table)) {
            System.out.println("dynamic " + library.function("point_add").call(20, 22) + ", bound "
                    + library.bind(Bound.class).twice(4));
        }
        Module runtime = NativeLibrary.class.getModule();
        System.out.println("runtime named " + runtime.isNamed() + ", native access " + runtime.isNativeAccessEnabled());
    }
}
