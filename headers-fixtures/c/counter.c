#include "counter.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int counter_calls;
const char *counter_name = "counter";

static counter state = {0, 1};

int counter_next(int counter_next) {
    counter_calls++;
    return state.value += counter_next;
}

counter counter_state(void) { return state; }

counter counter_add(counter a, counter b) {
    counter sum = {a.value + b.value, a.step + b.step};
    return sum;
}

char *counter_text(const char *prefix) {
    char *text = malloc(strlen(prefix) + 20);
    sprintf(text, "%s%d", prefix, state.value);
    return text;
}

void counter_release(char *text) { free(text); }

int counter_root(int square, int *root) {
    *root = 0;
    while (*root * *root < square) {
        ++*root;
    }
    errno = EDOM;
    return square < 0;
}

int counter_say(char *buffer, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(buffer, size, format, arguments);
    va_end(arguments);
    return length;
}

int counter_call(int (*callback)(int value), int value) { return callback(value); }

int counter_wait(int milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&time, NULL);
    return ++counter_calls;
}

int open(void) { return 1; }
void close(void) { counter_calls = -1; }
_Bool is_open(void) { return 1; }

struct counter_jar { int size; };
static int jars;
static struct counter_jar first = {1};
struct counter_jar *counter_first_jar = &first;

struct counter_jar *counter_jar_new(int size) {
    struct counter_jar *jar = malloc(sizeof *jar);
    jar->size = size;
    jars++;
    return jar;
}

int counter_jar_out(int size, struct counter_jar **jar) {
    errno = EDOM;
    *jar = size < 0 ? NULL : counter_jar_new(size);
    return size < 0;
}

struct counter_jar *counter_jar_slow(int size, int milliseconds) {
    counter_wait(milliseconds);
    return counter_jar_new(size);
}

int counter_jar_slow_out(int size, int milliseconds, struct counter_jar **jar) {
    *jar = counter_jar_slow(size, milliseconds);
    return size;
}

struct counter_jar *counter_jar_same(struct counter_jar *jar) { return jar; }

int counter_jar_count(int jars, ...) {
    int size = 0;
    va_list arguments;
    va_start(arguments, jars);
    counter_wait(300);
    for (int i = 0; i < jars; i++) {
        size += va_arg(arguments, struct counter_jar *)->size;
    }
    va_end(arguments);
    return size;
}

int counter_jar_size(const struct counter_jar *jar) { return jar->size; }

void counter_jar_show(struct counter_jar *jar, void (*visit)(struct counter_jar *jar)) { visit(jar); }

void counter_jar_close(struct counter_jar *jar) {
    jars--;
    if (jar != &first) {
        free(jar);
    }
}

int counter_jars(void) { return jars; }

int counter_split(int value, int *whole) {
    *whole = value / 10;
    return value % 10;
}

int counter_names(int calls_, int calls, int kept_, int opened_, int symbols_) {
    return calls_ + 10 * calls + 100 * kept_ + 1000 * opened_ + 10000 * symbols_;
}

static int counter_twice(int value) { return 2 * value; }

static int counter_same(int value) { return value; }

counter_function *counter_last = counter_twice;

counter_table counter_table_get(void) {
    counter_table table = {counter_same, counter_twice};
    return table;
}

void counter_tables_out(counter_tables *tables) {
    tables->count = 1;
    tables->first = counter_table_get();
}

counter_function *counter_find(const char *name) { return strcmp(name, "twice") == 0 ? counter_twice : NULL; }
