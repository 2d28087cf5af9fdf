#include "errors.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct jar { char name[32]; };

static int jars;

static int fails(int code) {
    errno = code;
    return code != 0;
}

int fail_negative(int code) { return fails(code) ? -1 : 7; }
int fail_nonzero(int code) { return fails(code); }
unsigned fail_zero(int code) { return fails(code) ? 0 : 7; }
int fail_variadic(int count, ...) {
    va_list arguments;
    va_start(arguments, count);
    int code = count > 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return fails(code) ? -1 : 7;
}

struct span fail_variadic_span(int first, ...) {
    va_list arguments;
    va_start(arguments, first);
    struct span span = {first, va_arg(arguments, int)};
    va_end(arguments);
    return span;
}

int fail_old(code) int code; { return fails(code) ? -1 : 7; }
bool fail_false(int code) { return !fails(code); }
const char *fail_text(int code) { return fails(code) ? NULL : "fine"; }

static struct jar *open_jar(const char *name) {
    struct jar *jar = calloc(1, sizeof *jar);
    strncpy(jar->name, name, sizeof jar->name - 1);
    jars++;
    return jar;
}

struct jar *fail_jar(const char *name, int code) { return fails(code) ? NULL : open_jar(name); }
void *fail_memory(int code) { return fails(code) ? NULL : &jars; }

struct span fail_span(int first, int last, int code) {
    struct span span = {first, last};
    errno = code;
    return span;
}

int fail_control(int code) { return fails(code) ? 7 : 'x'; }

int fail_after(int (*call)(int code), int code) {
    int result = call(code);
    return fails(code) ? -1 : result;
}

int fail_errno(void) { return errno; }

int out_divide(int dividend, int divisor, int *quotient, int *remainder) {
    if (divisor == 0) {
        return -1;
    }
    *quotient = dividend / divisor;
    *remainder = dividend % divisor;
    return 0;
}

void out_span(const int *values, size_t count, struct span *span) {
    span->first = values[0];
    span->last = values[0];
    for (size_t i = 0; i < count; i++) {
        span->first = values[i] < span->first ? values[i] : span->first;
        span->last = values[i] > span->last ? values[i] : span->last;
    }
}

void out_kinds(unsigned char *small, short *narrow, unsigned *wide, long long *widest, float *real, double *precise,
        bool *truth, enum mood *mood) {
    *small = 255;
    *narrow = -2;
    *wide = 4000000000u;
    *widest = -(1LL << 40);
    *real = 0.5f;
    *precise = 0.25;
    *truth = true;
    *mood = MOOD_WILD;
}

int out_jar(const char *name, struct jar **jar, const char **reason) {
    if (name == NULL || *name == 0) {
        *reason = "a jar needs a name";
        return -1;
    }
    *jar = open_jar(name);
    return 0;
}

double out_split(double number, double *whole) {
    *whole = (double) (long) number;
    return number - *whole;
}

double out_split_old(double number, double *whole) { return out_split(number, whole); }

struct span *out_filled(int first, int last, struct span *span) {
    *span = (struct span){first, last};
    return first < last ? span : NULL;
}

int out_entry(int first, int last, struct span *entry, struct span **found) {
    *found = out_filled(first, last, entry);
    return 0;
}

int *out_last(int last, struct span *span) {
    span->last = last;
    return &span->last;
}

void *out_anywhere(int number, int *place) {
    *place = number;
    return place;
}

int out_later(int number, int *place, const int **written) {
    *place = number;
    *written = place;
    errno = ERANGE;
    return number < 0 ? -1 : 0;
}

void out_mood(enum mood *mood) { *mood = *mood == MOOD_CALM ? MOOD_WILD : MOOD_CALM; }

int out_grow(size_t *size) {
    *size *= 2;
    return 0;
}

void out_wide(double number, double _Complex *complex_, long double *same) {
    __real__ *complex_ = number;
    __imag__ *complex_ = -number;
    *same = number;
}

int fail_open(int code, char *reason, size_t *size, struct jar **jar, const char **hint) {
    strncpy(reason, "the lid is stuck", *size);
    *size = 17;
    *jar = open_jar("half open");
    *hint = "turn it";
    return fails(code) ? -1 : 0;
}

int fail_size(size_t *size) {
    int code = *size < 100 ? ERANGE : 0;
    *size = 100;
    return fails(code) ? -1 : 0;
}

struct jar *jar_made(int (*number)(void)) {
    char name[16];
    snprintf(name, sizeof name, "%d", number());
    return open_jar(name);
}

struct jar *jar_chosen(struct jar *jar, int (*wanted)(void)) { return wanted() < 0 ? NULL : jar; }

int jar_count(void) { return jars; }
const char *jar_name(const struct jar *jar) { return jar->name; }

int jar_load(const struct jar *witness, const char *name, struct jar **jar, unsigned char **data, int *tries,
        const char **reason) {
    (void)witness;
    ++*tries;
    *jar = open_jar(name);
    *data = calloc(2, 1);
    *reason = "as asked";
    errno = EINVAL;
    return *name ? 2 : -1;
}

int jar_read(const char *name, unsigned char **data, int *length, struct jar **jar, const char **reason) {
    int tries = 0;
    *length = jar_load(NULL, name, jar, data, &tries, reason);
    return *length < 0 ? -1 : 0;
}

struct jar *jar_parsed(const char *name, int *letters) {
    *letters = (int)strlen(name);
    return open_jar(name);
}

void jar_close(struct jar *jar) {
    jars--;
    free(jar);
}

void jar_show(struct jar *jar, void (*visit)(struct jar *shown)) { visit(jar); }

int jar_exchange(struct jar **first, struct jar **second) {
    if (fails(*first == NULL || *second == NULL ? EINVAL : 0)) {
        return -1;
    }
    struct jar *kept = *first;
    *first = *second;
    *second = kept;
    return 0;
}

struct lid { bool stuck; void (*closing)(struct lid *lid); };

struct lid *lid_open(void) { return calloc(1, sizeof(struct lid)); }
void lid_stick(struct lid *lid, bool stuck) { lid->stuck = stuck; }

void lid_watch(struct lid *lid, void (*closing)(struct lid *lid)) { lid->closing = closing; }
bool lid_is_stuck(const struct lid *lid) { return lid->stuck; }

int lid_close(struct lid *lid) {
    if (lid->closing != NULL) {
        lid->closing(lid);
    }
    if (fails(lid->stuck ? EBUSY : 0)) {
        return -1;
    }
    free(lid);
    return 0;
}

int jar_each(int count, int (*each)(int number), int *done, struct jar **jar) {
    *jar = open_jar("of each");
    for (int i = 0; i < count; i++) {
        *done = i + 1;
        int code = each(i);
        if (fails(code)) {
            return -1;
        }
    }
    return 0;
}

int jar_label(const struct jar *jar, char *label, size_t *size) {
    size_t needed = strlen(jar->name) + 1;
    if (fails(*size < needed ? ERANGE : 0)) {
        *size = needed;
        return -1;
    }
    strcpy(label, jar->name);
    *size = needed;
    return 0;
}

int jar_swap(struct jar **jar, const char *name) {
    if (fails(name != NULL && *name == 0 ? EINVAL : 0)) {
        return -1;
    }
    if (name != NULL) {
        struct jar *other = open_jar(name);
        jar_close(*jar);
        *jar = other;
    }
    return 0;
}

struct jar *jar_swapped(struct jar **jar, const char *name, void (*done)(void)) {
    jar_swap(jar, name);
    done();
    return *jar;
}

int jar_commit(struct jar *jar, int number) {
    jar_close(jar);
    errno = number;
    return number;
}

int jar_settle(struct jar *jar, int number) {
    jar_close(jar);
    return number;
}

const char *jar_emptied(struct jar *jar, int told, int *length) {
    jar_close(jar);
    *length = told;
    return "plums";
}

void jar_merge(struct jar *into, struct jar *from, void (*merging)(void)) {
    merging();
    jar_close(into);
    jar_close(from);
}

struct bell { void (*rung)(void); };
static int bells;

struct bell *bell_new(void (*rung)(void)) {
    struct bell *bell = malloc(sizeof *bell);
    bell->rung = rung;
    bells++;
    return bell;
}

void bell_free(struct bell *bell) {
    bell->rung();
    free(bell);
    bells--;
}

int bell_count(void) { return bells; }

static void pause_for(int milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&time, NULL);
}

int slow_sum(int a, int b, int milliseconds) {
    pause_for(milliseconds);
    return a + b;
}

void slow_fill(int *values, size_t count, int value) {
    for (size_t i = 0; i < count; i++) {
        values[i] = value;
    }
}

const char *slow_echo(const char *text, int milliseconds) {
    static char echo[64];
    pause_for(milliseconds);
    strncpy(echo, text, sizeof echo - 1);
    return echo;
}

struct span slow_shift(struct span span, int by) {
    struct span shifted = {span.first + by, span.last + by};
    return shifted;
}

int slow_call(int (*call)(int value), int value) { return call(value); }

int slow_call_out(int (*call)(int value), int value, int *result) {
    *result = call(value);
    return 0;
}

unsigned long long slow_thread(void) { return (unsigned long long) pthread_self(); }

static int crates;

int crate_open(int size, crate **opened) {
    int *made = malloc(sizeof *made);
    *made = size;
    *opened = made;
    crates++;
    return size < 0 ? -1 : 0;
}

int crate_size(const crate *crate) { return *(const int *) crate; }

int crate_close(crate *crate) {
    free(crate);
    return --crates;
}

crate_key crate_key_new(crate *crate) {
    void **key = malloc(sizeof *key);
    *key = crate;
    crates++;
    return key;
}

int crate_key_fits(crate_key key, const crate *crate) { return *(void **) key == crate; }

void crate_key_free(crate_key key) {
    free(key);
    crates--;
}

int crate_count(void) { return crates; }

int lid_wait(struct lid *lid, int milliseconds) {
    pause_for(milliseconds);
    return !lid->stuck;
}

static int seven(void) { return 7; }

int (*fail_function(int code))(void) { return fails(code) ? NULL : seven; }

static int texts;

int fail_with_text(int code, char **text) {
    *text = malloc(32);
    texts++;
    sprintf(*text, "code %d", code);
    return fails(code) ? -1 : 0;
}

void free_text(char *text) {
    if (text != NULL) {
        texts--;
        free(text);
    }
}

int texts_left(void) { return texts; }

int slow_work(struct slow_job job, int milliseconds) {
    pause_for(milliseconds);
    return job.run(job.number == NULL ? 0 : *job.number) + (job.jar == NULL ? 0 : (int)strlen(job.jar->name));
}

int slow_lengths(const char *const *texts, int count, int milliseconds) {
    pause_for(milliseconds);
    int length = 0;
    for (int i = 0; i < count; i++) {
        length += (int)strlen(texts[i]);
    }
    return length;
}

int slow_packages(const char *const *org, int java) { return slow_lengths(org, java, 0); }

struct cork { int pulled; };

static struct cork the_cork;

struct cork *cork_new(void) { return &the_cork; }

void cork_pull(struct cork *cork) { cork->pulled++; }

struct flask { int size; };

static int flasks;

struct flask *flask_new(void) {
    flasks++;
    return (struct flask *) calloc(1, sizeof(struct flask));
}

int flask_free(const char *why, struct flask **flask, int *left) {
    if (why != NULL || left != NULL || (*flask)->size != 0) {
        errno = EINVAL;
        return -1;
    }
    free(*flask);
    *flask = NULL;
    return --flasks;
}

int flask_count(void) { return flasks; }
