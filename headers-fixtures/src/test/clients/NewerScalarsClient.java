package client;

import static lib.newer.Light.Known.LIGHT_OFF;
import static lib.newer.Light.Known.LIGHT_ON;

import java.lang.foreign.Arena;
import java.math.BigInteger;
import lib.newer.BitIntBits;
import lib.newer.BitInts;
import lib.newer.Halves;
import lib.newer.Lamp;
import lib.newer.Lamps;
import lib.newer.LightAsked_Ask;
import lib.newer.NewerLibrary;
import org.ffigen.runtime.BoolPtr;

/** Reads what C wrote, and has C read what it writes. */
final class NewerScalarsClient {

    private static final BigInteger ONE = BigInteger.ONE;

    private NewerScalarsClient() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            halves(Halves.allocate(arena));
            if (NewerLibrary.isAvailable("bit_ints_fill")) {
                bitInts(BitInts.allocate(arena));
                bits(BitIntBits.allocate(arena));
                lights(Lamps.allocate(arena), arena);
            }
        }
    }

    private static void halves(Halves.Ptr h) {
        NewerLibrary.halvesFill(h);
        System.out.println("halves " + h.one() + " " + h.row().get(0) + " " + h.row().get(1) + " " + h.row().get(2));
        System.out.println("the value has them too: " + h.get().row().get(0));
        h.first((byte) 'b').one(1 / 3f).last(-3);
        h.row().set(0, -65504f).set(1, -0x1p-24f).set(2, Float.POSITIVE_INFINITY);
        System.out.println("C reads them: " + NewerLibrary.halvesCheck(h));

        System.out.print("global " + NewerLibrary.halfGlobal());
        NewerLibrary.halfGlobal(-2.25f);
        System.out.println(", set: " + NewerLibrary.halfGlobalIs(-2.25f));
    }

    private static void bitInts(BitInts.Ptr b) {
        NewerLibrary.bitIntsFill(b);
        System.out.println("bit ints " + b.small() + " " + b.middle() + " " + b.word() + " " + b.wide() + " "
                + b.row().get(0) + " " + b.row().get(1));
        b.first((byte) 'b').small(63).middle((1L << 33) - 1).word(-2).wide(ONE.shiftLeft(70).subtract(ONE)).last((byte) 'y');
        b.row().set(0, ONE.shiftLeft(100)).set(1, BigInteger.valueOf(-9));
        System.out.println("C reads them: " + NewerLibrary.bitIntsCheck(b));
    }

    private static void bits(BitIntBits.Ptr b) {
        NewerLibrary.bitIntBitsFill(b);
        System.out.println("bits of them " + b.first() + " " + b.small() + " " + b.middle() + " "
                + b.wide().equals(ONE.shiftLeft(149).negate()) + " " + b.all().bitCount() + " " + b.last());
        b.small(15).middle(1L << 32).wide(ONE.shiftLeft(149).subtract(ONE)).all(BigInteger.valueOf(7));
        System.out.println("neighbours stay: " + (b.first() == 5 && b.last() == 9));
        System.out.println("C reads the bits: " + NewerLibrary.bitIntBitsCheck(b.first(2).last(6)));
    }

    private static void lights(Lamps.Ptr lamps, Arena arena) {
        System.out.print("lights " + NewerLibrary.lightOther(LIGHT_ON) + " "
                + NewerLibrary.lampTurned(new Lamp(LIGHT_ON, LIGHT_OFF)) + " " + NewerLibrary.lightGlobal());
        NewerLibrary.lightGlobal(LIGHT_OFF);
        System.out.println(" " + NewerLibrary.lightGlobal());
        NewerLibrary.lampsSwitch(lamps.last(LIGHT_ON));
        System.out.println("lamps " + lamps.first() + " " + lamps.row().get(0) + " " + lamps.bit() + " " + lamps.last());

        BoolPtr place = BoolPtr.allocate(arena).set(true);
        var ask = LightAsked_Ask.of(light -> light == LIGHT_ON ? LIGHT_OFF : LIGHT_ON, arena);
        System.out.println("asked " + NewerLibrary.lightRead(place) + " " + !place.get() + " "
                + NewerLibrary.lightAsked(ask, LIGHT_OFF));
    }
}
