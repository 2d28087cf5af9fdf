package zlib;

import static zlib.generated.ZlibLibrary.Z_BUF_ERROR;

import zlib.generated.ZlibLibrary;

/** zlib gave a status that is an error. */
public final class ZlibException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ZlibException(String message) {
        super(message);
    }

    /** Named in ffigen.yaml: judges the status of every call. Z_BUF_ERROR only says that there was nothing to do. */
    public static void check(int status) {
        if (status < 0 && status != Z_BUF_ERROR) {
            throw new ZlibException("zlib: " + ZlibLibrary.zError(status));
        }
    }
}
