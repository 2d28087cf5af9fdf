package curl;

import curl.generated.Code;
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
}
