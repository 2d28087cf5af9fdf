#ifndef COUNTER_H
#define COUNTER_H

#include <stddef.h>

/* A library with state of its own, which instances of it do not share. counter.yaml asks for instances. */

typedef struct counter { int value; int step; } counter;

/** How often counter_next was called. */
extern int counter_calls;
extern const char *counter_name;

/** The parameter is named like the function. */
int counter_next(int counter_next);
counter counter_state(void);
/** By value in and out. */
counter counter_add(counter a, counter b);
/** A text from malloc. */
char *counter_text(const char *prefix);
void counter_release(char *text);
/** Fails with EDOM below zero. */
int counter_root(int square, int *root);
int counter_say(char *buffer, size_t size, const char *format, ...);
/** Calls back, and gives what that gives. */
int counter_call(int (*callback)(int value), int value);
/** Takes a while, and then counts. */
int counter_wait(int milliseconds);
/** Named like what every instance has; the symbols are others than the C library's. */
int open(void) __asm__("counter_open");
void close(void) __asm__("counter_close");
_Bool is_open(void);
/** Something that each library makes and frees for itself. */
struct counter_jar;
extern struct counter_jar *counter_first_jar;
struct counter_jar *counter_jar_new(int size);
/** The same. */
struct counter_jar *counter_jar_same(struct counter_jar *jar);
/** Waits, and then adds the sizes of the jars. */
int counter_jar_count(int jars, ...);
int counter_jar_out(int size, struct counter_jar **jar);
/** Wait before they make one. */
struct counter_jar *counter_jar_slow(int size, int milliseconds);
int counter_jar_slow_out(int size, int milliseconds, struct counter_jar **jar);
int counter_jar_size(const struct counter_jar *jar);
void counter_jar_show(struct counter_jar *jar, void (*visit)(struct counter_jar *jar));
void counter_jar_close(struct counter_jar *jar);
/** How many there are. */
int counter_jars(void);
typedef int counter_function(int value);
/** The library's own, by its name. */
counter_function *counter_find(const char *name);
extern counter_function *counter_last;
/** Functions of the library's own, in structs. */
typedef struct counter_table { counter_function *same; counter_function *twice; } counter_table;
typedef struct counter_tables { int count; counter_table first; } counter_tables;
counter_table counter_table_get(void);
void counter_tables_out(counter_tables *tables);
/** What is left over. */
int counter_split(int value, int *whole);
/** The parameters are named like what generated code has. */
int counter_names(int calls_, int calls, int kept_, int opened_, int symbols_);
/** Not in the library. */
int counter_absent(int a);

#endif
