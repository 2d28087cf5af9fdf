#include "callbacks.h"

#include <pthread.h>
#include <string.h>

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int multiply(int a, int b) { return a * b; }
static int doubling(int value) { return 2 * value; }

binary binary_default = add;
const binary binary_table[3] = { add, subtract, multiply };

int apply_binary(binary function, int a, int b) { return function ? function(a, b) : -1; }
int apply_unary(unary *function, int value) { return function(value); }
int apply_parameter(unary function, int value) { return function(value) + 1; }

binary binary_named(const char *name) {
    return strcmp(name, "add") == 0 ? add : strcmp(name, "subtract") == 0 ? subtract : NULL;
}

unary *unary_doubling(void) { return doubling; }

bool visit_scalars(bool (*visit)(bool b, int8_t i8, uint8_t u8, int16_t i16, uint16_t u16, int32_t i32, uint32_t u32,
        int64_t i64, uint64_t u64, float f, double d, void *user), void *user) {
    return visit(true, INT8_MIN, UINT8_MAX, INT16_MIN, UINT16_MAX, INT32_MIN, UINT32_MAX, INT64_MIN, UINT64_MAX, 1.5f,
            -2.25, user);
}

uint8_t map_u8(uint8_t (*map)(uint8_t value), uint8_t value) {
    int all = map(value);
    return all > UINT8_MAX || all < 0 ? 1 : all;
}

uint16_t map_u16(uint16_t (*map)(uint16_t value), uint16_t value) {
    int all = map(value);
    return all > UINT16_MAX || all < 0 ? 1 : all;
}

int8_t map_i8(int8_t (*map)(int8_t value), int8_t value) { return map(value); }
bool map_bool(bool (*map)(bool value), bool value) { return map(value); }
tiny map_tiny(tiny (*map)(tiny value), tiny value) { return map(value); }
tiny_pair swap_tiny(tiny_pair pair) { return (tiny_pair){pair.second, pair.first}; }
event map_event(event (*map)(event value), event value) { return map(value); }
size_t map_text(size_t (*length)(const char *text), const char *text) { return length(text); }
const char *call_namer(const char *(*namer)(int index), int index) { return namer(index); }

static int sum(const char *text) {
    int all = 0;
    while (*text != 0) {
        all += *text++;
    }
    return all;
}

int sum_names(const char *(*namer)(int index), int count, void (*between)(void)) {
    const char *names[100];
    int all = 0;
    for (int i = 0; i < count; i++) {
        names[i] = namer(i);
    }
    between();
    for (int i = 0; i < count; i++) {
        all += sum(names[i]);
    }
    return all;
}

int sum_labelled(labelled (*make)(int index), int count, void (*between)(void)) {
    labelled made[100];
    int all = 0;
    for (int i = 0; i < count; i++) {
        made[i] = make(i);
    }
    between();
    for (int i = 0; i < count; i++) {
        all += made[i].value(sum(made[i].label));
    }
    return all;
}

int sum_memory(void *(*memory)(size_t size), int count, void (*between)(void)) {
    char *parts[100];
    int all = 0;
    for (int i = 0; i < count; i++) {
        parts[i] = memory(2);
        strcpy(parts[i], "x");
    }
    between();
    for (int i = 0; i < count; i++) {
        all += sum(parts[i]);
    }
    return all;
}

pair map_pair(pair (*map)(pair value, int factor), pair value, int factor) { return map(value, factor); }

block map_block(block (*map)(block value, pair step), block value, pair step) {
    block result = map(value, step);
    result.words[4]++;
    return result;
}

int call_flags(flags_handler handler) {
    flags result = handler((flags){ 1, 100 });
    return result.ready * 1000 + result.level;
}

static log_handler logger;
void set_log(log_handler handler) { logger = handler; }
int call_odd(odd_handler handler) { return handler((odd){ 'o', 42 }); }
void set_inline_log(int (*handler)(int level, ...)) { handler(1); }

int apply_twice(int (*outer)(int (*inner)(int value), int value), int value) {
    return outer(doubling, outer(doubling, value));
}

int (*choose(bool (*which)(int value), int value))(int a, int b) { return which(value) ? add : multiply; }

int apply_chosen(chooser choose, int index, int a, int b) {
    binary chosen = choose(index);
    return chosen ? chosen(a, b) : -1;
}

void find_binary(const char *name, binary *out) { *out = binary_named(name); }
void find_unary(unary **out) { *out = doubling; }
void find_inline(int (**out)(int value)) { *out = doubling; }

int apply_all(const binary *functions, size_t count, int value) {
    for (size_t i = 0; i < count; i++) {
        value = functions[i](value, (int) i + 1);
    }
    return value;
}

int apply_four(int (*functions[4])(int value), int value) {
    for (int i = 0; i < 4; i++) {
        value = functions[i] ? functions[i](value) : value;
    }
    return value;
}

static int created;
static void *create(int size) {
    created = size;
    return &created;
}
static double area(const void *self, double scale) { return *(const int *) self * scale; }
static void destroy(void *self) { *(int *) self = 0; }
static pair bounds(const void *self) { return (pair){ *(const int *) self, 0.5 }; }
static int begin(void) { return 100; }
static int end(int status) { return status + 1000; }
static int number(void) { return 7; }
static int dispatch(const shape_ops *self, event e) { return self->version * 10 + e; }

const shape_ops shape_default = {
    .version = 3,
    .name = "default",
    .create = create,
    .area = area,
    .destroy = destroy,
    .combine = multiply,
    .bounds = bounds,
    .stages = { doubling, NULL, doubling },
    .hooks = { begin, end },
    .number = number,
    .dispatch = dispatch,
};

const shape_ops *shape_builtin(int index) { return index == 0 ? &shape_default : NULL; }

double shape_run(const shape_ops *ops, int size) {
    int status = ops->hooks.begin ? ops->hooks.begin() : -1;
    void *self = ops->create(size);
    double total = ops->area(self, 0.5);
    pair box = ops->bounds(self);
    total += box.first + box.second;
    total = ops->combine((int) total, 2);
    for (int i = 0; i < 3; i++) {
        total = ops->stages[i] ? ops->stages[i]((int) total) : total;
    }
    total += ops->number();
    total += ops->dispatch(ops, EVENT_CLOSE);
    ops->destroy(self);
    return total + (ops->hooks.end ? ops->hooks.end(status) : -1);
}

int call_old(int (*function)(), int value) { return ((int (*)(void)) function)() + value; }
anything same(anything function) { return function; }

int call_named(int (*call)(int function, int result, int pointer, int arena, int scratch, int thrown, int apply,
        int valueOnException), int value) {
    return call(value, 2, 3, 4, 5, 6, 7, 8);
}

struct job {
    unary *function;
    int value;
};

static void *run(void *argument) {
    struct job *job = argument;
    job->value = job->function(job->value);
    return NULL;
}

int call_on_thread(unary *function, int value) {
    struct job job = { function, value };
    pthread_t thread;
    if (pthread_create(&thread, NULL, run, &job) != 0) {
        return -1;
    }
    pthread_join(thread, NULL);
    return job.value;
}

static unary *kept;
void keep(unary *function) { kept = function; }
int fire(int value) { return kept ? kept(value) : -1; }

int descend(int (*step)(int depth, void *user), int depth, void *user) {
    int below = step(depth, user);
    return below + depth;
}
