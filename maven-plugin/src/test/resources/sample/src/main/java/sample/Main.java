package sample;

import java.lang.foreign.Arena;
import sample.geometry.GeometryLibrary;
import sample.geometry.Point;

/** Calls the C library. */
public final class Main {

    private Main() {
    }

    /** Prints what the library answers. */
    public static void main(String[] arguments) {
        Point from = new Point(0, 0);
        Point to = new Point(4 * GeometryLibrary.STEP, 2);
        Point middle = GeometryLibrary.geometryMidpoint(from, to);
        System.out.println("middle " + middle.x() + "," + middle.y());
        try (Arena arena = Arena.ofConfined()) {
            System.out.println("distance "
                    + GeometryLibrary.geometryDistance(Point.allocate(arena).set(from), Point.allocate(arena).set(to)));
        }
        System.out.println("version " + GeometryLibrary.geometryVersion());
    }
}
