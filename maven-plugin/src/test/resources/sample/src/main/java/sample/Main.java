package sample;

import sample.geometry.GeometryLibrary;
import sample.geometry.Point;

/** Calls the C library. */
public final class Main {

    private Main() {
    }

    /** Prints what the library answers. */
    public static void main(String[] arguments) {
        Point middle = GeometryLibrary.geometryMidpoint(new Point(0, 0), new Point(4 * GeometryLibrary.STEP, 2));
        System.out.println("middle " + middle.x() + "," + middle.y() + " version " + GeometryLibrary.geometryVersion());
    }
}
