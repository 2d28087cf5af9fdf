package org.ffigen.clang;

import java.math.BigInteger;

/** {@code CXEvalResult}: the value of a constant expression. */
public sealed interface Evaluation {

    /** An integer of up to 64 bits. */
    record IntegerResult(BigInteger value) implements Evaluation {}

    /** A floating-point number, rounded to double. */
    record FloatingResult(double value) implements Evaluation {}

    /** Neither. */
    record Unexposed() implements Evaluation {}
}
