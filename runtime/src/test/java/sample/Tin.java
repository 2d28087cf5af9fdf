package sample;

import java.lang.foreign.MemorySegment;
import org.ffigen.runtime.OwnedPointer;

/** A handle with an end, as it is generated. */
public final class Tin extends OwnedPointer<Tin> {

    /** The null pointer. */
    public static final Tin NULL = new Tin(MemorySegment.NULL);

    private Tin(MemorySegment segment) {
        super(segment);
    }

    /** The pointer with that address. */
    public static Tin of(MemorySegment address) {
        return new Tin(address);
    }

    @Override
    protected void release(MemorySegment address) {
        // C would free it.
    }
}
