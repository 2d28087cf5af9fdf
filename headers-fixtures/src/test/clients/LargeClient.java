package client;

import fixture.large.Jar;
import fixture.large.LargeLibraryInstance;
import fixture.large.Plus;
import java.nio.file.Path;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.LibrarySource;
import org.ffigen.runtime.SystemErrorException;

/** Instances of a library whose functions no class file can hold. */
final class LargeClient {

    private LargeClient() {
    }

    public static void main(String[] arguments) throws Exception {
        LargeLibraryInstance large = LargeLibraryInstance.open(LibrarySource.file(Path.of(arguments[0])));
        try (large) {
            System.out.println("numbers " + large.f0(1) + " " + large.f4999(1) + " " + large.f4999Async(2).get());
            try (Jar first = large.aOpen(); Jar last = large.zOpen()) {
                System.out.println("jars " + !first.equals(last));
            }
            System.out.println("closed " + large.closed() + ", " + large.aText() + large.zText());
            try {
                large.zFail(2);
            } catch (SystemErrorException e) {
                System.out.println("failed " + e.symbol());
            }
            FunctionPointer<Plus> plus = large.zPointer();
            System.out.println("pointer " + Plus.call(plus, 41));
        }
        for (Runnable call : new Runnable[] {() -> large.f0(1), () -> large.f4999(1)}) {
            try {
                call.run();
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage().contains("is closed"));
            }
        }
    }
}
