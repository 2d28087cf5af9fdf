/** @file
 * Functions of every kind: inline, variadic, without a prototype, with attributes; and thread-local variables.
 */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wdeprecated-non-prototype"
#pragma clang diagnostic ignored "-Wnullability-completeness"
#pragma clang diagnostic ignored "-Wnullability-completeness-on-arrays"
#else
#define _Nullable
#define _Nonnull
#endif

typedef struct pair {
    int first;
    double second;
} pair;

typedef enum level {
    LEVEL_LOW = 1,
    LEVEL_HIGH = -3,
} level;

/** The foreign linker refuses it by value. */
typedef struct __attribute__((packed)) packed_t {
    char tag;
    int value;
} packed_t;

typedef int (*binary)(int, int);

/* ---- in the header ---- */

/** Twice the number. */
static inline int fn_twice(int x) { return 2 * x; }

/** A struct in, a struct out. */
static inline pair fn_swap(pair p) {
    pair swapped = {(int)p.second, (double)p.first};
    return swapped;
}

static inline uint8_t fn_next(uint8_t n) { return (uint8_t)(n + 1); }
static inline _Bool fn_not(_Bool b) { return !b; }
static inline level fn_level(level l) { return l == LEVEL_LOW ? LEVEL_HIGH : LEVEL_LOW; }
static inline const char *fn_greeting(const char *name) { return *name ? name : "nobody"; }
static inline void fn_store(int *to, int value) { *to = value; }
static inline int fn_read_volatile(volatile int *from) { return *from; }
static inline volatile int *fn_same_volatile(volatile int *place) { return place; }
/** A result that typedefs make const, of a record with and without a name, and that goes through memory. */
typedef const struct fixed_pair { int first, second; } fixed_pair;
typedef const struct { int first, second; } fixed_couple;
typedef const struct { long double value; } fixed_long;
typedef const long double fixed_number;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-qualifiers"
static inline fixed_pair fn_fixed_pair(fixed_pair p) { return p; }
static inline fixed_couple fn_fixed_couple(int first, int second) { return (fixed_couple){first, second}; }
static inline fixed_long fn_fixed_long(fixed_number value) { return (fixed_long){value}; }
static inline fixed_number fn_fixed_number(fixed_long value) { return value.value; }
#pragma GCC diagnostic pop
/** A member is const, and the record itself is not. */
typedef struct { const long double value; int count; } sealed;
static inline sealed fn_sealed(int count) { return (sealed){0.5L, count}; }
static inline int fn_sealed_count(sealed s) { return s.count; }
typedef float fn_quad __attribute__((vector_size(16)));
/** Aligned to 16 bytes in C; memory that Java gives may be aligned to less. */
static inline fn_quad fn_doubled(fn_quad v) { return v + v; }
static inline int fn_apply(binary f, int a, int b) { return f(a, b); }
/* Only C's own prototype says how long its rows are. */
static inline int fn_trace(int n, int m[n][n]) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
        sum += m[i][i];
    }
    return sum;
}
/* Named like a parameter of a shim. */
static inline int ffigen_1(int a, int b) { return a - b; }
static inline int fn_sum(const int m[3][4]) {
    int sum = 0;
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 4; k++) sum += m[i][k];
    return sum;
}
/** Old. */
static inline int __attribute__((deprecated("use fn_twice"))) fn_double(int x) { return x + x; }
/** Its own name is a macro, and so is its parameter's. */
static inline int fn_hidden(int fn_parameter) { return fn_parameter + 1; }
#define fn_hidden(x) (-(x))
#define fn_parameter broken here
static inline int fn_total(int count, ...) {
    va_list list;
    va_start(list, count);
    errno = EINVAL;
    int sum = 0;
    while (count-- > 0) sum += va_arg(list, int);
    va_end(list);
    return sum;
}

/** Inline, and yet in the library: that has the external definition. */
inline int fn_exported(int x) { return x + 100; }
/** GNU's older meaning of the words: this body is for inlining only, the library has another. */
extern inline __attribute__((gnu_inline)) int fn_gnu(int x) { return x + 200; }

#if defined(__clang__) || __GNUC__ >= 12
/** Nobody may call it, and so no shim does. */
static inline __attribute__((unavailable)) int fn_unavailable(int x) { return x; }
#endif
#if defined(__clang__)
/** Two functions of one name, to clang. */
static inline __attribute__((overloadable)) int fn_overloaded(int x) { return x; }
static inline __attribute__((overloadable)) double fn_overloaded(double x) { return x; }
#endif

/* ---- macros with parameters ---- */

/** The greater one. */
#define FN_MAX(a, b) ((a) > (b) ? (a) : (b))
#define FN_SWAP(p) do { int t_ = (p)->first; (p)->first = (int)(p)->second; (p)->second = t_; } while (0)
/** A number that is read each time. */
#define FN_COUNTER() (fn_counter)
#define FN_NAME() "functions"
/** Fails with that code. */
#define FN_FAIL(code) (errno = (code), -1)
#define FN_NOTHING() ((void)0)
#define FN_ORIGIN() ((pair){3, 4.0})
#define FN_NO_EXPRESSION() do
#define FN_UNDECLARED() fn_nowhere()
/** Gone when it returns. */
#define FN_FLEETING() (&(pair){5, 6.0})
/** What the binary is, whose type is a function pointer's. */
#define FN_BINARY(which) (fn_chosen(which))
/** Its arguments go on to a variadic function. */
#define FN_ADD(letters, ...) fn_add(letters, __VA_ARGS__)

/* ---- macros that are expressions ---- */

/** Where a variable is. */
#define FN_PLACE (&fn_counter)
/** A number that is read each time, behind a call. */
#define FN_CURRENT (fn_start_v3(0), fn_counter)
#define FN_UNASKED (fn_counter + 1)

/* ---- by value what the linker refuses ---- */

packed_t fn_pack(char tag, int value);
int fn_unpack(packed_t packed);
long double fn_half(long double x);
/** A quotient, and what is left. */
long double fn_divide(long a, long b, long *left);
__int128 fn_widen(long long high, unsigned long long low);
static inline long double fn_ratio(long double a, int b) { return a / b; }

/* ---- variadic ---- */

/** Like {@code snprintf}. */
int fn_format(char *to, size_t size, const char *format, ...);
/** Adds what the letters say: i, l, d, s (its length), p (whether it is not null). */
double fn_add(const char *letters, ...);
pair fn_make(int count, ...);
void fn_remember(pair start, ...);
extern int fn_remembered;
/** As fn_add, with what its caller collected. */
double fn_vadd(const char *letters, va_list list);

/* ---- without a prototype ---- */

int fn_old();
double fn_old_sum();

/* ---- attributes ---- */

/** A function that is on its way out. */
int fn_leaving(void) __attribute__((deprecated("call fn_staying */ & <b>instead</b>")));
int fn_gone(void) __attribute__((deprecated));
extern int fn_stale __attribute__((deprecated("take fn_fresh")));
struct fn_aging { int worn __attribute__((deprecated)); int fresh, many[2] __attribute__((deprecated("one is enough"))); };
int fn_years(struct fn_aging aging);
enum fn_age { FN_YOUNG, FN_OLD __attribute__((deprecated("it is all the same"))), FN_AGED = 1 };
enum fn_age fn_age_of(int years);
enum { FN_RELIC __attribute__((deprecated)) = 7 };
_Noreturn void fn_die(int status);
int fn_length(const char *text) __attribute__((nonnull));
int fn_both(const int *a, int *b, const char *c) __attribute__((nonnull(1, 3)));
typedef pair *pair_ref;
/** The typedef is a pointer, and never null. */
int fn_first(pair_ref p, pair_ref other) __attribute__((nonnull(1)));
int fn_nullable(int *_Nullable a, int *_Nonnull b);
const char *fn_always(void) __attribute__((returns_nonnull));
int fn_weak(void) __attribute__((weak));
int fn_missing(void) __attribute__((weak));
int fn_labelled(int x) __asm__("fn_the_label");

/* ---- renamed by macros ---- */

/** Starts, the third way. */
int fn_start_v3(int flags);
#define fn_start fn_start_v3
/** In brackets, and through another macro. */
#define fn_begin (fn_start)
const char *fn_title_v2(const char *name);
#define fn_title fn_title_v2
/** Java has one name for both. */
int _fn_stop(void);
#define fn_stop _fn_stop
#define fn_twofold fn_twice
extern int fn_state_v2;
#define fn_state fn_state_v2
/** Of the C library: no header of this library declares it. */
#define fn_absolute abs

/* ---- shapes of declarations ---- */

binary fn_chosen(int which);
int (*fn_chosen_plainly(int which))(int, int);
int fn_call(int f(int, int), int a, int b);
int fn_matrix(int m[3][4]);
int fn_at_least(const int row[static 2]);
const pair *fn_constant(const pair *const p);
int fn_const_value(const int x);
pair fn_pair(int first, double second);

/* ---- what C wants aligned to more than its type is ---- */

typedef struct { double a, b, c, d; } fn_four;
typedef fn_four fn_four_aligned __attribute__((aligned(16)));
typedef double fn_row[3] __attribute__((aligned(32)));
/** Where its result would go Java does not know how to align. */
fn_four_aligned fn_four_of(const char *letters);
/** Both places; the result is what is wrong with the address of the second. */
int fn_four_at(int *count, fn_four_aligned *four);
typedef double fn_wide __attribute__((aligned(64)));
/** The place itself. */
fn_wide *fn_wide_at(const char *letters, fn_wide *wide);
double fn_wide_of(const fn_wide *wide);
void fn_quad_sum(const fn_quad *one, const fn_quad *other, fn_quad *sum);
double fn_row_sum(const fn_row row);
typedef double (*fn_row_function)(const fn_quad *quad);
fn_row_function fn_row_chosen(void);
typedef char fn_key[16] __attribute__((aligned(16)));
/** No text: its copy would not be aligned. */
int fn_key_sum(const fn_key key);
typedef struct { int x, y; } fn_spot;
typedef fn_spot fn_spot_aligned __attribute__((aligned(16)));
/** In a register. */
fn_spot_aligned fn_spot_of(int x);

/* ---- of each thread ---- */

/** Starts at 7 in each thread. */
extern _Thread_local int fn_per_thread;
extern __thread pair fn_pair_per_thread;
extern int fn_counter;

/* ---- out of reach of shims ---- */

/** C has no name for its result. */
static inline struct {
    int x;
} *fn_untitled(void) { return (void *)0; }

#if defined(__clang__)
/** Each source of the library has one of its own; gcc warns of those that have none. */
static __attribute__((unused)) int fn_nowhere_defined(int x);
#endif

#endif
