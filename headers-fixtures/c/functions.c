#include "functions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern inline int fn_exported(int x);
int fn_gnu(int x) { return x + 200; }

_Thread_local int fn_per_thread = 7;
__thread pair fn_pair_per_thread = {1, 2.5};
int fn_counter = 41;
int fn_remembered;

packed_t fn_pack(char tag, int value) {
    packed_t packed = {tag, value};
    return packed;
}

int fn_unpack(packed_t packed) { return packed.tag + packed.value; }

long double fn_half(long double x) { return x / 2; }

long double fn_divide(long a, long b, long *left) {
    *left = a % b;
    return (long double)(a / b);
}

__int128 fn_widen(long long high, unsigned long long low) { return ((__int128)high << 64) | low; }

int fn_format(char *to, size_t size, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(to, size, format, list);
    va_end(list);
    return length;
}

double fn_vadd(const char *letters, va_list list) {
    double sum = 0;
    for (; *letters; letters++) {
        switch (*letters) {
            case 'i': sum += va_arg(list, int); break;
            case 'l': sum += (double)va_arg(list, long long); break;
            case 'd': sum += va_arg(list, double); break;
            case 's': sum += (double)strlen(va_arg(list, const char *)); break;
            case 'p': sum += va_arg(list, void *) != NULL; break;
        }
    }
    return sum;
}

double fn_add(const char *letters, ...) {
    va_list list;
    va_start(list, letters);
    double sum = fn_vadd(letters, list);
    va_end(list);
    return sum;
}

pair fn_make(int count, ...) {
    va_list list;
    va_start(list, count);
    pair sum = {count, 0};
    while (count-- > 0) sum.second += va_arg(list, double);
    va_end(list);
    return sum;
}

void fn_remember(pair start, ...) {
    va_list list;
    va_start(list, start);
    fn_remembered = start.first + va_arg(list, int);
    va_end(list);
}

int fn_old() { return 17; }

double fn_old_sum(int a, double b, long long c) { return a + b + (double)c; }

int fn_leaving(void) { return 1; }
int fn_gone(void) { return 2; }
int fn_stale = 4;
int fn_years(struct fn_aging aging) { return aging.fresh; }
enum fn_age fn_age_of(int years) { return years < 40 ? FN_YOUNG : FN_AGED; }
void fn_die(int status) { exit(status); }
int fn_length(const char *text) { return (int)strlen(text); }
int fn_both(const int *a, int *b, const char *c) { return *a + (b ? *b : 1000) + c[0]; }
int fn_nullable(int *a, int *b) { return (a ? *a : 1000) + *b; }
int fn_first(pair_ref p, pair_ref other) { return other ? other->first : p->first; }
const char *fn_always(void) { return "always"; }
int fn_weak(void) { return 5; }
int fn_labelled(int x) { return x * 3; }

int fn_state_v2 = 3;
int fn_start_v3(int flags) { return fn_state_v2 += flags; }
const char *fn_title_v2(const char *name) { return name; }
int _fn_stop(void) { return fn_state_v2 = 0; }

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }

binary fn_chosen(int which) { return which ? subtract : add; }
int (*fn_chosen_plainly(int which))(int, int) { return which ? subtract : add; }
int fn_call(int f(int, int), int a, int b) { return f(a, b); }
int fn_matrix(int m[3][4]) { return m[2][3]; }
int fn_at_least(const int row[static 2]) { return row[1]; }
const pair *fn_constant(const pair *const p) { return p; }
int fn_const_value(const int x) { return x; }
pair fn_pair(int first, double second) {
    pair made = {first, second};
    return made;
}

fn_four_aligned fn_four_of(const char *letters) {
    static const fn_four_aligned four = {1, 2, 3, 4};
    fn_four_aligned made = four;
    made.d = letters[0];
    return made;
}
int fn_four_at(int *count, fn_four_aligned *four) {
    *count = 4;
    /* The compiler knows that this is zero. */
    volatile size_t address = (size_t)four;
    if (address % 16 == 0) {
        *four = fn_four_of("\4");
    }
    return (int)(address % 16);
}
void fn_quad_sum(const fn_quad *one, const fn_quad *other, fn_quad *sum) { *sum = *one + *other; }
double fn_row_sum(const fn_row row) { return row[0] + row[1] + row[2]; }

static double first_of(const fn_quad *quad) { return (*quad)[0]; }
fn_row_function fn_row_chosen(void) { return first_of; }
int fn_key_sum(const fn_key key) { return key[0] + key[15]; }
fn_spot_aligned fn_spot_of(int x) {
    fn_spot_aligned spot = {x, x + 1};
    return spot;
}
fn_wide *fn_wide_at(const char *letters, fn_wide *wide) {
    *wide = letters[0];
    return wide;
}
double fn_wide_of(const fn_wide *wide) { return *wide; }
