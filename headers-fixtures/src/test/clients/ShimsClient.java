package client;

import fixture.functions.FunctionsLibrary;
import fixture.functions.PackedT;
import fixture.functions.Pair;
import java.lang.foreign.Arena;
import org.ffigen.runtime.NativeLibraryNotFoundError;

/** Calls what a library exports, and what only its shims have; does without them if they are not there. */
final class ShimsClient {

    private ShimsClient() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("library " + FunctionsLibrary.fnLabelled(14));
        try {
            callShims();
        } catch (NativeLibraryNotFoundError missing) {
            System.out.println("no shims: " + missing.getMessage());
        }
        System.out.println("library " + FunctionsLibrary.fnLabelled(14));
    }

    private static void callShims() throws InterruptedException {
        int twice = FunctionsLibrary.fnTwice(21);
        try (Arena arena = Arena.ofConfined()) {
            PackedT.Ptr packed = PackedT.allocate(arena);
            FunctionsLibrary.fnPack(packed, (byte) 3, 39);
            System.out.println("twice " + twice + ", swapped " + FunctionsLibrary.fnSwap(new Pair(1, 2)) + ", packed "
                    + FunctionsLibrary.fnUnpack(packed) + ", greater " + FunctionsLibrary.fnMAX(7, -7));
        }
        int[] seen = new int[2];
        Thread other = new Thread(() -> {
            seen[0] = FunctionsLibrary.fnPerThread();
            FunctionsLibrary.fnPerThread(8);
            seen[1] = FunctionsLibrary.fnPerThread();
        });
        other.start();
        other.join();
        System.out.println("thread " + seen[0] + " " + seen[1] + " " + FunctionsLibrary.fnPerThread());
    }
}
