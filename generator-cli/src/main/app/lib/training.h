/* Bound once to make the start-up cache: it has one of everything, so that the cache has what any header needs. */
#ifndef FFIGEN_TRAINING_H
#define FFIGEN_TRAINING_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#define TRAINING_VERSION "1.0"
#define TRAINING_MAX 100
#define TRAINING_BIG 0xffffffffffffffffULL
#define TRAINING_RATIO 0.5
#define TRAINING_MASK ((uint32_t)1 << 31)
#define TRAINING_MIN(a, b) ((a) < (b) ? (a) : (b))

#ifdef __cplusplus
extern "C" {
#endif

/** A point. */
typedef struct point {
    int x; /**< from the left */
    int y; /**< from the top */
} point;

struct line {
    point from, to;
    const char *label;
    double widths[4];
    struct line *next;
};

/** A value of some kind. */
typedef union value {
    int64_t integer;
    double real;
    char text[16];
} value_t;

typedef struct {
    unsigned kind : 3;
    unsigned flags : 5;
    union {
        struct {
            uint8_t low, high;
        };
        uint16_t both;
    };
    value_t values[2];
} tagged;

/** A color. */
typedef enum color { COLOR_RED = 1, COLOR_GREEN = 2, COLOR_BLUE = 4, COLOR_LAST = COLOR_BLUE } color_t;

enum { TRAINING_FIRST = -1, TRAINING_SECOND };

typedef struct canvas canvas;
typedef int (*visitor)(const point *p, void *user);
typedef void destructor(void *user);

extern int training_count;
extern const char *const training_name;
extern point training_origin;

/**
 * The point between two others.
 *
 * @param a one
 * @param b the other
 * @return the point
 */
point midpoint(point a, point b);
double length(const struct line *line);
int each_point(const point *points, size_t count, visitor visit, void *user);
canvas *canvas_open(const char *name, color_t color);
int canvas_draw(canvas *c, const struct line *line, canvas **previous, uint64_t *drawn, float scale);
void canvas_close(canvas *c, destructor *destroy);
const char *canvas_name(const canvas *c);
uint8_t canvas_flags(canvas *c, uint8_t set, uint16_t mask, unsigned long more, _Bool on);
tagged canvas_tag(tagged t, time_t when, FILE *log);
int canvas_log(canvas *c, const char *format, ...);
static inline int training_twice(int x) {
    return 2 * x;
}

#ifdef __cplusplus
}
#endif

#endif
