#ifndef GEOMETRY_H
#define GEOMETRY_H

#include "point.h"

/** The point half way from one to the other. */
struct point geometry_midpoint(struct point from, struct point to);

/** The distance between two points, along the axes. */
int geometry_distance(const struct point *from, const struct point *to);

/** The version of this library. */
const char *geometry_version(void);

#endif
