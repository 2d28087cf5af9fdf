package org.ffigen.maven.jdk;

/** There is no JDK that could run the generator; the message says where it was looked for and what to do. */
public final class NoSuitableJdkException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSuitableJdkException(String message) {
        super(message);
    }
}
