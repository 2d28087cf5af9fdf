package sample;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import org.ffigen.runtime.TypedPointer;

/** {@code typedef struct { double x, y; } point;} */
public record Point(double x, double y) {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(JAVA_DOUBLE.withName("x"), JAVA_DOUBLE.withName("y"));

    /** {@code point *} */
    public static final class Ptr extends TypedPointer<Point> {
        private Ptr(MemorySegment segment) {
            super(segment);
        }

        public static Ptr of(MemorySegment segment) {
            return new Ptr(segment);
        }

        public static Ptr allocate(SegmentAllocator allocator) {
            return new Ptr(allocator.allocate(LAYOUT));
        }

        public Point get() {
            return new Point(segment().get(JAVA_DOUBLE, 0), segment().get(JAVA_DOUBLE, 8));
        }

        public Ptr set(Point value) {
            segment().set(JAVA_DOUBLE, 0, value.x);
            segment().set(JAVA_DOUBLE, 8, value.y);
            return this;
        }
    }
}
