/* Function pointers in every place where C allows one. */
#ifndef CALLBACKS_H
#define CALLBACKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An event, as callbacks get it. */
typedef enum event { EVENT_OPEN = 1, EVENT_CLOSE = 2, EVENT_ERROR = -1 } event;

/** Narrower than an int, and negative. */
typedef enum __attribute__((packed)) tiny { TINY_LEAST = -128, TINY_NONE = 0, TINY_MOST = 127 } tiny;
typedef struct tiny_pair { tiny first, second; } tiny_pair;

typedef struct pair {
    int32_t first;
    double second;
} pair;

/** Too large for registers, with an array and a nested struct. */
typedef struct block {
    pair head;
    int64_t words[5];
    char tag[8];
} block;

/** Bit-fields. */
typedef struct flags {
    unsigned ready : 1;
    unsigned level : 7;
} flags;

/** Packed: not for the JVM to pass. */
typedef struct __attribute__((packed)) odd {
    char kind;
    int number;
} odd;

/* --- a typedef of a pointer, of a function, and of neither --- */

/** Adds, or does something else, to two numbers. */
typedef int (*binary)(int a, int b);
typedef int unary(int value);

/** Nothing uses it: it has no class. */
typedef void (*unused)(void);

int apply_binary(binary function, int a, int b);
int apply_unary(unary *function, int value);
int apply_parameter(unary function, int value);

/** The library's own functions, to be called from Java. */
binary binary_named(const char *name);
unary *unary_doubling(void);
extern binary binary_default;
extern const binary binary_table[3];

/* --- every scalar, both ways --- */

bool visit_scalars(bool (*visit)(bool b, int8_t i8, uint8_t u8, int16_t i16, uint16_t u16, int32_t i32, uint32_t u32,
        int64_t i64, uint64_t u64, float f, double d, void *user), void *user);
uint8_t map_u8(uint8_t (*map)(uint8_t value), uint8_t value);
uint16_t map_u16(uint16_t (*map)(uint16_t value), uint16_t value);
int8_t map_i8(int8_t (*map)(int8_t value), int8_t value);
bool map_bool(bool (*map)(bool value), bool value);
event map_event(event (*map)(event value), event value);
tiny map_tiny(tiny (*map)(tiny value), tiny value);
size_t map_text(size_t (*length)(const char *text), const char *text);
const char *call_namer(const char *(*namer)(int index), int index);

/** Asks for all names, then calls between, and then adds up their characters. */
int sum_names(const char *(*namer)(int index), int count, void (*between)(void));
/** A struct with pointers in it, to be read and called after between. */
typedef struct labelled { const char *label; unary *value; } labelled;
int sum_labelled(labelled (*make)(int index), int count, void (*between)(void));
/** Gets memory from the caller. */
int sum_memory(void *(*memory)(size_t size), int count, void (*between)(void));

/* --- structs by value --- */

tiny_pair swap_tiny(tiny_pair pair);
pair map_pair(pair (*map)(pair value, int factor), pair value, int factor);
block map_block(block (*map)(block value, pair step), block value, pair step);

typedef flags (*flags_handler)(flags value);
int call_flags(flags_handler handler);

/** The JVM cannot pass these: an address instead of an interface. */
typedef void (*log_handler)(const char *format, ...);
typedef int (*odd_handler)(odd value);
void set_log(log_handler handler);
int call_odd(odd_handler handler);
void set_inline_log(int (*handler)(int level, ...));

/* --- callbacks that take and give callbacks --- */

int apply_twice(int (*outer)(int (*inner)(int value), int value), int value);
int (*choose(bool (*which)(int value), int value))(int a, int b);
typedef binary (*chooser)(int index);
int apply_chosen(chooser choose, int index, int a, int b);

/* --- function pointers in memory --- */

/** Stores the function in *out. */
void find_binary(const char *name, binary *out);
void find_unary(unary **out);
void find_inline(int (**out)(int value));
int apply_all(const binary *functions, size_t count, int value);
int apply_four(int (*functions[4])(int value), int value);

/** A table of functions, for either side to fill. */
typedef struct shape_ops {
    int version;
    const char *name;
    void *(*create)(int size);
    double (*area)(const void *self, double scale);
    void (*destroy)(void *self);
    binary combine;
    pair (*bounds)(const void *self);
    void (*report)(const char *format, ...);
    int (*stages[3])(int value);
    struct {
        int (*begin)(void);
        int (*end)(int status);
    } hooks;
    union {
        int (*number)(void);
        void *anything;
    };
    struct shape_ops *parent;
    int (*dispatch)(const struct shape_ops *self, event e);
} shape_ops;

/** What the library brings. */
extern const shape_ops shape_default;
const shape_ops *shape_builtin(int index);

/** Creates, measures, combines, runs the stages and hooks, destroys: -1 for what is missing. */
double shape_run(const shape_ops *ops, int size);

/* --- as old C has them --- */

int call_old(int (*function)(), int value);
typedef void (*anything)();
anything same(anything function);

/* --- names that adapters use themselves --- */

int call_named(int (*call)(int function, int result, int pointer, int arena, int scratch, int thrown, int apply,
        int valueOnException), int value);

/* --- who calls when --- */

/** Calls it from a thread of the library's own. @return what it gave */
int call_on_thread(unary *function, int value);

/** Keeps it; fire() calls it. */
void keep(unary *function);
int fire(int value);

/** Calls the function with depth, and it may call descend() again. */
int descend(int (*step)(int depth, void *user), int depth, void *user);

#endif
