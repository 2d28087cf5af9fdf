#include "inout.h"

#include <stdarg.h>
#include <stdio.h>

struct thing { int number; };
static struct thing row[] = {{10}, {11}};

struct thing *things(void) { return row; }
int thing_number(const struct thing *thing) { return thing->number; }
int one(int x) { return x + 1; }
int two(int x) { return x + 2; }

int in_memory(void **o, int by) { *o = (char *)*o + by; return 1; }
int in_const_memory(const void **o, int by) { *o = (const char *)*o + by; return 1; }
int in_token(token *o, int by) { *o = (char *)*o + by; return 1; }
int in_numbers(const int **o) { return *(*o)++; }
int in_text(const char **o) { return *(*o)++; }
int in_letters(letter **o) { return *(*o)++; }
int in_pair(struct pair **o) { return (*o)++->first; }
int in_thing(struct thing **o) { return (*o)++->number; }
int in_real(long double **o) { return (int)*(*o)++; }
int in_half(_Atomic int **o) { return *(*o)++; }
int in_step(step *o) { int was = (*o)(0); *o = was == 1 ? two : one; return was; }
int in_unnamed(int (**o)(int)) { return in_step(o); }
int in_printing(printing *o) { int was = *o == 0; *o = printf; return was; }
int in_value(struct pair *o) { int was = o->first; o->first = o->second; o->second = was; return was; }

int in_words(char ***o) { return *(*o)++[0]; }
int in_const_words(const char *const **o) { return *(*o)++[0]; }
int in_pairs(struct pair ***o) { return (*(*o)++)->first; }
int in_steps(step **o) { return (*(*o)++)(0); }
int in_deep(int ****o) { return **(*(*o)++); }
int in_both(char ***o, char ***p) { char **was = *o; *o = *p; *p = was; return 1; }
int in_some(char ***o, int count, ...) {
    va_list further;
    va_start(further, count);
    *o += va_arg(further, int);
    va_end(further);
    return count;
}

int in_kept(const int **o, void (*collect)(void)) { collect(); return **o; }
int in_held(struct held *o, void (*collect)(void)) { collect(); return *o->number; }
