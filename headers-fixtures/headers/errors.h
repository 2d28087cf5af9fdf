#ifndef ERRORS_H
#define ERRORS_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wdeprecated-non-prototype"
#endif

/* Functions that fail, and functions that write their results where they are told to. A code is what errno becomes;
   0 lets the call succeed. */

struct span { int first; int last; };
struct jar;
enum mood { MOOD_CALM, MOOD_WILD };

/** 7, or -1. */
int fail_negative(int code);
/** 0, or 1. */
int fail_nonzero(int code);
/** 7, or 0. */
unsigned fail_zero(int code);
/** true, or false. */
bool fail_false(int code);
/** A text, or NULL. */
const char *fail_text(int code);
/** A jar, or NULL. */
struct jar *fail_jar(const char *name, int code);
/** Memory, or NULL. */
void *fail_memory(int code);
/** A span; never fails. */
struct span fail_span(int first, int last, int code);
/** 'x', or the control character 7. */
int fail_control(int code);
/** Calls back, and fails afterwards. */
int fail_after(int (*call)(int code), int code);
/** 7, or -1 if the code that follows the count is none. */
int fail_variadic(int count, ...);
/** A span; never fails. */
struct span fail_variadic_span(int first, ...);
/** 7, or -1; takes a code. */
int fail_old();
/** A function that gives 7, or NULL. */
int (*fail_function(int code))(void);
/** 0, or -1 with a text for texts_freed. */
int fail_with_text(int code, char **text);
void free_text(char *text);
/** How many texts are still to be freed. */
int texts_left(void);
/** What errno is while nobody captures it. */
int fail_errno(void);

/** 0, or -1 if the divisor is 0. */
int out_divide(int dividend, int divisor, int *quotient, int *remainder);
/** The least and the greatest. */
void out_span(const int *values, size_t count, struct span *span);
/** Writes to every kind of place. */
void out_kinds(unsigned char *small, short *narrow, unsigned *wide, long long *widest, float *real, double *precise,
        bool *truth, enum mood *mood);
/** 0, or -1 with a reason. */
int out_jar(const char *name, struct jar **jar, const char **reason);
/** The fraction; the whole goes to a place. */
double out_split(double number, double *whole);
/** A complex number of the number and its opposite, and the number itself. */
void out_wide(double number, double _Complex *complex_, long double *same);
/** The older one of out_split. */
double out_split_old(double number, double *whole) __attribute__((deprecated("call out_split")));
/** Fills the span and gives it; NULL if it would be empty. */
struct span *out_filled(int first, int last, struct span *span);
/** 0; the span that is filled is a result of its own, NULL if it would be empty. */
int out_entry(int first, int last, struct span *entry, struct span **found);
/** Fills the span and gives its last number. */
int *out_last(int last, struct span *span);
/** Where the number was written, of no type. */
void *out_anywhere(int number, int *place);
/** 0 and where the number was written; the same and -1 for one below zero. */
int out_later(int number, int *place, const int **written);
/** The other mood. */
void out_mood(enum mood *mood);
/** Fails with a reason, a size and a jar, which is open all the same. */
int fail_open(int code, char *reason, size_t *size, struct jar **jar, const char **hint);
/** 0, or -1 with what the size should be. */
int fail_size(size_t *size);
/** A jar that is named by the number that the function gives. */
struct jar *jar_made(int (*number)(void));
/** The jar that the function says is wanted: the one that is given, if it is not 0. */
struct jar *jar_chosen(struct jar *jar, int (*wanted)(void));
/** Twice as much. */
int out_grow(size_t *size);
/** How often a jar was opened and not yet closed. */
int jar_count(void);
const char *jar_name(const struct jar *jar);
void jar_close(struct jar *jar);
/** Shows a jar to a visitor. */
void jar_show(struct jar *jar, void (*visit)(struct jar *shown));

struct shelf { struct jar *jar; };

/** Calls that take their time: so many milliseconds. */
int slow_sum(int a, int b, int milliseconds);
void slow_fill(int *values, size_t count, int value);
const char *slow_echo(const char *text, int milliseconds);
struct span slow_shift(struct span span, int by);
int slow_call(int (*call)(int value), int value);
/** The same, to a place; 0. */
int slow_call_out(int (*call)(int value), int value, int *result);
struct slow_job { int (*run)(int value); const struct jar *jar; const int *number; };
/** What the function gives for the number, and the length of the jar's name, after so many milliseconds. */
int slow_work(struct slow_job job, int milliseconds);
/** How many bytes the texts have, after so many milliseconds. */
int slow_lengths(const char *const *texts, int count, int milliseconds);
/** The thread that it runs on, as the C library knows it. */
/** Named like the packages of what generated code uses. */
int slow_packages(const char *const *org, int java);
unsigned long long slow_thread(void);

/** Handles that C takes for any address. */
typedef void crate;
typedef void *crate_key;
/** 0, or -1 and a crate all the same for a size below zero. */
int crate_open(int size, crate **opened);
int crate_size(const crate *crate);
int crate_close(crate *crate);
crate_key crate_key_new(crate *crate);
int crate_key_fits(crate_key key, const crate *crate);
void crate_key_free(crate_key key);
/** How many crates and keys there are. */
int crate_count(void);

/** Exchanges two jars; -1 if there are not two. */
int jar_exchange(struct jar **first, struct jar **second);

struct lid;
struct lid *lid_open(void);
void lid_stick(struct lid *lid, bool stuck);
/** What lid_close calls before anything else. */
void lid_watch(struct lid *lid, void (*closing)(struct lid *lid));
bool lid_is_stuck(const struct lid *lid);
/** 1, after so many milliseconds. */
int lid_wait(struct lid *lid, int milliseconds);
/** 0, or -1 while it is stuck. */
int lid_close(struct lid *lid);

/** Calls so often, tells how often it did, and opens a jar first; 0, or -1 with what a call gave if that is not 0. */
int jar_each(int count, int (*each)(int number), int *done, struct jar **jar);
/** The jar's name; -1 with what it needs if that is more. */
int jar_label(const struct jar *jar, char *label, size_t *size);
/** Frees the jar and gives one of that name; without a name the same; -1 for an empty one. */
int jar_swap(struct jar **jar, const char *name);
/** Does the same, tells when it is done, and gives the jar. */
struct jar *jar_swapped(struct jar **jar, const char *name, void (*done)(void));

/** Two bytes and a jar of that name, a try more, and a reason; without a name it gives -1 all the same. */
int jar_load(const struct jar *witness, const char *name, struct jar **jar, unsigned char **data, int *tries,
        const char **reason);
/** The same; -1 is the length, too. */
int jar_read(const char *name, unsigned char **data, int *length, struct jar **jar, const char **reason);
/** A jar, and how many letters its name has. */
struct jar *jar_parsed(const char *name, int *letters);

/** Closes the jar, and gives the number, which is a failure unless it is 0. */
int jar_commit(struct jar *jar, int number);
/** The same; a result that is not 0 is judged in Java. */
int jar_settle(struct jar *jar, int number);
/** The name of the jar, of so many letters as Java is told; the jar is closed. */
const char *jar_emptied(struct jar *jar, int told, int *length);
/** Closes two jars, having called the function. */
void jar_merge(struct jar *into, struct jar *from, void (*merging)(void));

/** Something that calls as it is freed. */
struct bell;
struct bell *bell_new(void (*rung)(void));
void bell_free(struct bell *bell);
/** How many there are. */
int bell_count(void);

/** Something that is freed at its place, which must be the last that C hears of it; the rest may be NULL. */
struct flask;
struct flask *flask_new(void);
int flask_free(const char *why, struct flask **flask, int *left);
int flask_count(void);

/** Something with an end that is on its way out. */
struct cork;
struct cork *cork_new(void);
void cork_pull(struct cork *cork) __attribute__((deprecated("leave it in")));

#endif
