package client;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import lib.libusb.LibusbLibrary;
import lib.libusb.LibusbTransfer;
import org.ffigen.runtime.BytePtr;

/** Fills in a control transfer, as C code does by inline functions. No device is needed. */
final class LibusbClient {

    private LibusbClient() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            BytePtr buffer = BytePtr.allocate(arena, 16);
            LibusbLibrary.libusbFillControlSetup(buffer, 0xc0, 5, 0x1234, 0x5678, 8);
            byte[] setup = buffer.segment().asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE);
            System.out.println("setup " + HexFormat.ofDelimiter(" ").formatHex(setup));

            LibusbTransfer.Ptr transfer = LibusbLibrary.libusbAllocTransfer(0);
            LibusbLibrary.libusbFillControlTransfer(transfer, null, buffer, null, MemorySegment.NULL,
                    1000);
            System.out.println("length " + (transfer.length() - 8));
            System.out.println("host order " + Integer.toHexString(LibusbLibrary.libusbCpuToLe16(0x1234)));
            LibusbLibrary.libusbFreeTransfer(transfer);
        }
    }
}
