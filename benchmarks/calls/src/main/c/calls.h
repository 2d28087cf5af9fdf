#ifndef CALLS_H
#define CALLS_H

#include <stddef.h>

/* What the benchmarks call: each function does next to nothing, so that the call is what is measured. */

struct point { double x; double y; };

int calls_add(int a, int b);
/** Fails, with errno, below zero. */
int calls_checked(int value);
double calls_norm(struct point p);
double calls_norm_at(const struct point *p);
struct point calls_mirrored(struct point p);
size_t calls_length(const char *text);
const char *calls_name(void);
int calls_each(int (*visit)(int value), int count);

#endif
