/* A small drawing library: one of everything a binding must carry. */
#ifndef GEOMETRY_H
#define GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "point.h"

#define GEOMETRY_VERSION "2.1"
#define GEOMETRY_MAX_CORNERS 4
#define GEOMETRY_SCALE 0.25
#define GEOMETRY_SCALE_F 1.5f
#define GEOMETRY_EVERYTHING 0xFFFFFFFFFFFFFFFFull
#define GEOMETRY_TOP_BIT (1u << 31)
#define GEOMETRY_TWICE(x) ((x) * 2)

/** What can be drawn. */
typedef enum shape {
    SHAPE_CIRCLE = 1, /**< round */
    SHAPE_SQUARE = 2,
    SHAPE_TRIANGLE = 3,
    SHAPE_FIRST = SHAPE_CIRCLE
} shape;

/** Flags of canvas_open(). */
enum canvas_flags { CANVAS_READ = 1, CANVAS_WRITE = 2, CANVAS_CREATE = 4 };

enum { GEOMETRY_UNNAMED = 7 };

/** A colour with 8 bits a channel. */
struct color {
    uint8_t red;
    uint8_t green;
    uint8_t blue;
    uint8_t alpha;
};

/** A rectangle: two structs in a struct. */
typedef struct rect {
    point origin;
    point corner;
} rect;

/** Arrays, a union, an anonymous struct, a text and a pointer to its own kind. */
struct figure {
    shape kind;
    union {
        int32_t number;
        float real;
        uint8_t bytes[4];
    } payload;
    point corners[GEOMETRY_MAX_CORNERS];
    char name[16];
    struct {
        uint16_t width;
        uint16_t height;
    };
    int64_t weights[3];
    const char *label;
    struct figure *next;
    bool visible;
    double area;
    size_t uses;
};

/** A drawing surface; only the library can look inside. */
typedef struct canvas canvas;

/**
 * Compares two points.
 * @return negative, zero or positive
 */
typedef int (*point_compare)(const point *a, const point *b, void *user);

/** Makes one point of another. */
typedef point (*point_map)(point p, void *user);

/** How much the library says. */
extern int geometry_verbosity;

/** Set when the library was built. */
extern const char *const geometry_build;

/** The default pen. */
extern struct color geometry_pen;

/** Declared here, defined nowhere. */
extern int geometry_nowhere;

rect rect_around(point a, point b);
int64_t rect_area(rect r);

/** Every channel inverted; @param c & <b>its</b> alpha stay. *\/ \u0041 */
struct color color_invert(struct color c);

/** 8 and 16 bits, unsigned: the caller extends them. */
uint32_t color_pack(uint8_t red, uint16_t green);

bool shape_is_round(shape s);
shape shape_of_corners(int corners);

/** Sums the x of all points. */
long points_sum_x(const point *points, size_t count);
void points_sort(point *points, size_t count, point_compare compare, void *user);
void points_map(point *points, size_t count, point_map map, void *user);

/** A function pointer without a typedef. */
int points_each(const point *points, size_t count, int (*visit)(const point *p, void *user), void *user);

/** The smallest and largest x, as out-parameters. */
bool points_range(const point *points, size_t count, int *min, int *max);

/** Opens a canvas; @return 0, or -1 if the name is NULL. */
int canvas_open(const char *name, int flags, canvas **out);
const char *canvas_name(const canvas *c);

/** Draws a figure: the struct stays the caller's. */
int canvas_draw(canvas *c, const struct figure *figure);
struct figure canvas_last(const canvas *c);
int canvas_close(canvas *c);

/** Declared here, defined nowhere. */
int geometry_missing(int value);

/** A variadic function. */
int geometry_print(const char *format, ...);

/** An inline function. */
static inline int geometry_square(int value) { return value * value; }

#endif
