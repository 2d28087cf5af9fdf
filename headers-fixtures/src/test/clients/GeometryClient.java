package client;

import fixture.geometry.GeometryLibrary;
import fixture.geometry.Point;
import fixture.geometry.PointCompare;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Calls the fixture as an application would. */
final class GeometryClient {

    private GeometryClient() {
    }

    public static void main(String[] arguments) {
        System.out.println("started");
        System.out.println("midpoint " + GeometryLibrary.pointMidpoint(new Point(0, 10), new Point(4, -20)));
        try (Arena arena = Arena.ofConfined()) {
            Point.Ptr points = Point.allocateArray(arena, 3)
                    .set(0, new Point(3, 0)).set(1, new Point(1, 0)).set(2, new Point(2, 0));
            GeometryLibrary.pointsSort(points, 3,
                    PointCompare.of((a, b, user) -> Integer.compare(a.x(), b.x()), arena), MemorySegment.NULL);
            System.out.println("sorted " + points.get(0).x() + " " + points.get(1).x() + " " + points.get(2).x());
            try {
                GeometryLibrary.pointsSort(points, 3, PointCompare.of((a, b, user) -> {
                    throw new IllegalStateException("failed");
                }, arena), MemorySegment.NULL);
            } catch (IllegalStateException thrown) {
                System.out.println("callback " + thrown.getMessage());
            }
        }
    }
}
