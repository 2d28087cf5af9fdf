/* A library for the reference header ../shared/manifest/rich.h. */
#include "rich.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct rich_opaque {
    char name[16];
    int flags;
};

const int rich_global = 42;
char rich_name[16] = "rich";

rich_t rich_open(const char *name, int flags) {
    rich_t handle = malloc(sizeof *handle);
    snprintf(handle->name, sizeof handle->name, "%s", name);
    handle->flags = flags;
    return handle;
}

rich_t rich_open_old(void) {
    return rich_open("old", 0);
}

void rich_close(rich_t h) {
    free(h);
}

/* As many points as the handle's flags say. */
int rich_each(rich_t h, rich_cb cb, void *user) {
    for (int i = 0; i < h->flags; i++) {
        point_t point = {i, (int32_t) strlen(h->name)};
        int stop = cb(&point, user);
        if (stop) {
            return stop;
        }
    }
    return 0;
}

point_t rich_add(point_t a, point_t b) {
    return (point_t){a.x + b.x, a.y + b.y};
}

int rich_vprintf(const char *fmt, va_list ap) {
    return vsnprintf(rich_name, sizeof rich_name, fmt, ap);
}

int rich_printf(const char *fmt, ...) {
    va_list arguments;
    va_start(arguments, fmt);
    int length = rich_vprintf(fmt, arguments);
    va_end(arguments);
    return length;
}

/* Each sum of a row goes into the first of the numbers. */
void rich_arr(int m[3][4], double v[static 2]) {
    for (int i = 0; i < 12; i++) {
        v[0] += m[i / 4][i % 4];
    }
    v[1] = -v[0];
}

void rich_old(number, factor)
    int number;
    double factor;
{
    snprintf(rich_name, sizeof rich_name, "%g", number * factor);
}

int rich_renamed(void) {
    return 2;
}

v4f rich_vec(v4f a) {
    return a + a;
}
