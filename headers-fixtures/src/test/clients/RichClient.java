package client;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.runtime.ComplexDouble;
import org.ffigen.runtime.DoublePtr;
import org.ffigen.runtime.IntPtr;
import rich.Anon;
import rich.Bits;
import rich.Flex;
import rich.Ops;
import rich.Ops_Done;
import rich.Over;
import rich.Packed;
import rich.Point;
import rich.PragmaPacked;
import rich.RichCb;
import rich.RichLibrary;
import rich.RichOpaque;
import rich.ValueT;

/** Calls the functions of rich.h, and uses its records. */
final class RichClient {

    private RichClient() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            calls(arena);
            records(arena);
            numbers(arena);
        }
    }

    private static void calls(Arena arena) {
        RichOpaque handle = RichLibrary.richOpen("abc", 3);
        List<Point> seen = new ArrayList<>();
        int stopped = RichLibrary.richEach(handle, RichCb.of((point, user) -> {
            seen.add(point.get());
            return seen.size() == 2 ? 7 : 0;
        }, arena), MemorySegment.NULL);
        System.out.println("each " + stopped + " " + seen);
        RichLibrary.richClose(handle);
        System.out.println("add " + RichLibrary.richAdd(new Point(1, 2), new Point(30, 40)));
        System.out.println("renamed " + RichLibrary.richRenamed() + " global " + RichLibrary.richGlobal());
        System.out.println("printf " + RichLibrary.richPrintf("%d %.1f %s", 1, 2.5, "x") + " "
                + RichLibrary.richName());
        RichLibrary.richOld(3, 1.5);
        System.out.println("old " + RichLibrary.richName());
        RichLibrary.richName("java");
        System.out.println("name " + RichLibrary.richName());
        DoublePtr sums = DoublePtr.allocate(arena, 2);
        RichLibrary.richArr(IntPtr.allocateFrom(arena, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), sums);
        System.out.println("arr " + sums.get(0) + " " + sums.get(1));
    }

    private static void records(Arena arena) {
        Bits bits = new Bits(7, -16, (1L << 40) - 1);
        System.out.println("bits " + Bits.allocate(arena).set(bits).get().equals(bits));
        ValueT.Ptr value = ValueT.allocate(arena).f(1);
        System.out.println("value " + Integer.toHexString(value.i()) + " " + value.raw().get(3));
        System.out.println("packed " + Packed.allocate(arena).set(new Packed((byte) 1, -2)).get() + " "
                + Packed.LAYOUT.byteSize());
        System.out.println("pragma " + PragmaPacked.allocate(arena).set(new PragmaPacked((byte) 1, -2, 3)).get() + " "
                + PragmaPacked.LAYOUT.byteSize());
        System.out.println("over " + Over.allocate(arena).set(new Over((byte) 1, -2)).get() + " "
                + Over.LAYOUT.byteSize());
        Flex.Ptr flex = Flex.allocate(arena, 2).n(2);
        flex.items().set(1, new Point(5, 6));
        System.out.println("flex " + flex.items(flex.n()).get(1) + " " + flex.items().arrayLength());
        Anon.Ptr anon = Anon.allocate(arena).lo(1).hi(2);
        System.out.println("anon " + Long.toHexString(anon.all()));
    }

    private static void numbers(Arena arena) {
        boolean[] done = {false};
        Ops.Ptr ops = Ops.allocate(arena).ld(1.25).cd(new ComplexDouble(1, -1)).big(BigInteger.TWO.pow(100))
                .visit(RichCb.of((point, user) -> point.x(), arena))
                .done(Ops_Done.of(user -> done[0] = true, arena));
        Ops_Done.call(ops.done(), MemorySegment.NULL);
        System.out.println("ops " + ops.ld() + " " + ops.cd().get() + " " + ops.big() + " "
                + RichCb.call(ops.visit(), Point.allocate(arena).set(new Point(9, 0)), MemorySegment.NULL) + " "
                + done[0]);
        System.out.println("constants " + RichLibrary.RICH_VERSION + " " + RichLibrary.RICH_FLAG + " "
                + RichLibrary.RICH_BIG + " " + RichLibrary.RICH_NEG + " " + RichLibrary.RICH_PI + " "
                + RichLibrary.RICH_NAME + " " + RichLibrary.RICH_CHAR + " " + RichLibrary.RICH_CAST);
    }
}
