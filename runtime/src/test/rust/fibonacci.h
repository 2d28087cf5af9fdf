/* What cbindgen would write for fibonacci.rs. */
#ifndef FIBONACCI_H
#define FIBONACCI_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Pair {
    uint64_t previous;
    uint64_t current;
} Pair;

/** The n-th Fibonacci number; UINT64_MAX if it does not fit. */
uint64_t fibonacci(uint32_t n);

/** One step of the sequence. */
struct Pair fibonacci_next(struct Pair pair);

/** Calls back with each number until the callback returns false; gives how often it did. */
uint32_t fibonacci_each(bool (*callback)(uint64_t));

#endif
