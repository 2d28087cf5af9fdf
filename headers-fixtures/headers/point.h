#ifndef POINT_H
#define POINT_H

/** How many dimensions a point has. */
#define POINT_DIMENSIONS 2

/** A point in the plane. */
typedef struct point {
    int x; /**< to the right */
    int y; /**< upwards */
} point;

/**
 * The point half-way between two others.
 *
 * Coordinates are rounded towards zero.
 */
point point_midpoint(point a, point b);

/** The distance between two points. */
double point_distance(const point *a, const point *b);

/** Moves a point in place. */
void point_move(point *p, int dx, int dy);

#endif
