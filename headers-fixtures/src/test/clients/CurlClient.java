package client;

import static lib.libcurl.CurlLibrary.curlVersionInfo;

import lib.libcurl.CURLversion;
import lib.libcurl.CurlVersionInfoData;
import org.ffigen.runtime.BytePtr;
import org.ffigen.runtime.PointerRef;

/** Reads the struct that says what libcurl can do. */
final class CurlClient {

    private CurlClient() {
    }

    public static void main(String[] arguments) {
        CurlVersionInfoData.Ptr info = curlVersionInfo(CURLversion.Known.CURLVERSION_FIRST);
        String version = info.version().getString();
        int number = info.versionNum();
        String numbered = (number >> 16) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
        System.out.println("version " + version + (version.equals(numbered) ? " same as" : " unlike") + " its number");
        PointerRef<BytePtr> protocols = info.protocols();
        for (int i = 0; !protocols.get(i).isNull(); i++) {
            System.out.println("protocol " + protocols.get(i).getString());
        }
    }
}
