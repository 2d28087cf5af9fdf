package sample;

import java.lang.foreign.MemorySegment;

/** A plug-in that uses handles: code that a class loader of its own brings, and takes away again. */
public final class TinShop {
    private static final Tin SHOWN = Tin.of(MemorySegment.ofAddress(0x7100));

    private TinShop() {
    }

    /** Makes one and closes it. */
    public static void sell() {
        Tin.of(MemorySegment.ofAddress(0x7108)).close();
    }

    /** Makes one that nobody closes. */
    public static void lose() {
        Tin.of(MemorySegment.ofAddress(0x7110));
    }

    /** Whether the one that it has as long as it is there is open. */
    public static boolean isOpen() {
        return SHOWN.isOpen();
    }
}
