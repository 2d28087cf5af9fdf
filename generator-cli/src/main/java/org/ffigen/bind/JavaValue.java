package org.ffigen.bind;

/**
 * A C type as Java sees it.
 *
 * @param kind what can be done with it
 * @param parameterType where Java gives it
 * @param resultType where C gives it
 * @param access how it travels through memory
 * @param call how it travels through a call; differs for unsigned 8 and 16 bits, which the caller must extend
 */
record JavaValue(Kind kind, String parameterType, String resultType, Carrier access, Carrier call) {

    /** What can be done with a value. */
    enum Kind {
        VOID, SCALAR, POINTER, RECORD
    }

    /** Whether what goes to C is asked of the value, so that there must be one: of a record, and of an enumeration. */
    boolean isAsked() {
        return kind == Kind.RECORD || call.toNative("$").contains("$.");
    }

    JavaValue(Kind kind, String type, Carrier carrier) {
        this(kind, type, type, carrier, carrier);
    }
}
