#include "calls.h"

#include <errno.h>
#include <string.h>

int calls_add(int a, int b) { return a + b; }

int calls_checked(int value) {
    if (value < 0) {
        errno = EINVAL;
    }
    return value;
}

double calls_norm(struct point p) { return p.x * p.x + p.y * p.y; }
double calls_norm_at(const struct point *p) { return p->x * p->x + p->y * p->y; }
struct point calls_mirrored(struct point p) { return (struct point) {p.y, p.x}; }
size_t calls_length(const char *text) { return strlen(text); }
const char *calls_name(void) { return "a name of some length"; }

int calls_each(int (*visit)(int value), int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
        sum += visit(i);
    }
    return sum;
}
