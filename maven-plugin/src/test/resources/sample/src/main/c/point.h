#ifndef POINT_H
#define POINT_H

/** How many units a step has. */
#define STEP 1

/** A place in the plane. */
struct point {
    int x;
    int y;
};

#endif
