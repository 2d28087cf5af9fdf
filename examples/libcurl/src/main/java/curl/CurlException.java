package curl;

import curl.generated.Code;
import curl.generated.Curl;
import curl.generated.CurlLibrary;

/** libcurl gave a code that is an error. */
public final class CurlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CurlException(String message) {
        super(message);
    }

    /** Named in ffigen.yaml: judges the code of every call. */
    public static void check(Code code) {
        if (code.value() != 0) {
            throw new CurlException("curl: " + CurlLibrary.easyStrerror(code));
        }
    }

    /** Named in ffigen.yaml: judges the handle that a session begins with. */
    public static void checkOpen(Curl curl) {
        if (curl.isNull()) {
            throw new CurlException("curl: cannot begin");
        }
    }
}
