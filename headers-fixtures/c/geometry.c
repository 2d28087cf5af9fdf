#include "geometry.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct canvas {
    char name[32];
    struct figure last;
};

int geometry_verbosity = 3;
const char *const geometry_build = "release";
struct color geometry_pen = {1, 2, 3, 255};

rect rect_around(point a, point b) {
    rect r = {{a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y}, {a.x > b.x ? a.x : b.x, a.y > b.y ? a.y : b.y}};
    return r;
}

int64_t rect_area(rect r) {
    return (int64_t)(r.corner.x - r.origin.x) * (r.corner.y - r.origin.y);
}

struct color color_invert(struct color c) {
    struct color inverted = {255 - c.red, 255 - c.green, 255 - c.blue, c.alpha};
    return inverted;
}

uint32_t color_pack(uint8_t red, uint16_t green) {
    return (uint32_t)red << 16 | green;
}

bool shape_is_round(shape s) {
    return s == SHAPE_CIRCLE;
}

shape shape_of_corners(int corners) {
    return corners == 0 ? SHAPE_CIRCLE : corners == 3 ? SHAPE_TRIANGLE : corners == 4 ? SHAPE_SQUARE : (shape)corners;
}

long points_sum_x(const point *points, size_t count) {
    long sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += points[i].x;
    }
    return sum;
}

void points_sort(point *points, size_t count, point_compare compare, void *user) {
    for (size_t i = 1; i < count; i++) {
        point key = points[i];
        size_t j = i;
        while (j > 0 && compare(&points[j - 1], &key, user) > 0) {
            points[j] = points[j - 1];
            j--;
        }
        points[j] = key;
    }
}

void points_map(point *points, size_t count, point_map map, void *user) {
    for (size_t i = 0; i < count; i++) {
        points[i] = map(points[i], user);
    }
}

int points_each(const point *points, size_t count, int (*visit)(const point *p, void *user), void *user) {
    for (size_t i = 0; i < count; i++) {
        int stop = visit(&points[i], user);
        if (stop) {
            return stop;
        }
    }
    return 0;
}

bool points_range(const point *points, size_t count, int *min, int *max) {
    if (count == 0) {
        return false;
    }
    *min = *max = points[0].x;
    for (size_t i = 1; i < count; i++) {
        if (points[i].x < *min) {
            *min = points[i].x;
        }
        if (points[i].x > *max) {
            *max = points[i].x;
        }
    }
    return true;
}

int canvas_open(const char *name, int flags, canvas **out) {
    if (name == NULL) {
        return -1;
    }
    canvas *c = calloc(1, sizeof *c);
    strncpy(c->name, name, sizeof c->name - 1);
    *out = c;
    return flags & CANVAS_CREATE ? 0 : 1;
}

const char *canvas_name(const canvas *c) {
    return c == NULL ? NULL : c->name;
}

int canvas_draw(canvas *c, const struct figure *figure) {
    c->last = *figure;
    return figure->kind;
}

struct figure canvas_last(const canvas *c) {
    return c->last;
}

int canvas_close(canvas *c) {
    free(c);
    return 0;
}

int geometry_print(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int count = vprintf(format, arguments);
    va_end(arguments);
    return count;
}
