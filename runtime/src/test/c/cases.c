// The library of the FFI cases. Output is flushed at once: Java's own goes to the same place.
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

typedef struct { double x, y, w, h; } Rect;
typedef struct { uint8_t tag; float f; Rect rect; size_t size; uint32_t array[2]; } Mixed;
typedef struct { uint32_t value; } Structure;

const uint32_t static_u32 = 42;
const int64_t static_i64 = -1242464576485;
Structure static_ptr = {42};
const uint8_t static_char[14] = {0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF, 0x00};

// B: scalars
uint32_t add_u32(uint32_t a, uint32_t b) { return a + b; }
int32_t add_i32(int32_t a, int32_t b) { return a + b; }
uint64_t add_u64(uint64_t a, uint64_t b) { return a + b; }
int64_t add_i64(int64_t a, int64_t b) { return a + b; }
size_t add_usize(size_t a, size_t b) { return a + b; }
ssize_t add_isize(ssize_t a, ssize_t b) { return a + b; }
float add_f32(float a, float b) { return a + b; }
double add_f64(double a, double b) { return a + b; }
bool and(bool a, bool b) { return a && b; }
uint32_t add_usize_fast(size_t a, size_t b) { return (uint32_t)(a + b); }
uint32_t cast_u8_u32(uint8_t a) { return a; }
uint8_t cast_u32_u8(uint32_t a) { return (uint8_t)a; }
uint16_t add_many_u16(uint16_t a, uint16_t b, uint16_t c, uint16_t d, uint16_t e, uint16_t f, uint16_t g, uint16_t h,
                      uint16_t i, uint16_t j, uint16_t k, uint16_t l, uint16_t m) {
    return (uint16_t)(a + b + c + d + e + f + g + h + i + j + k + l + m);
}
void log_many_parameters(uint8_t a, uint16_t b, uint32_t c, uint64_t d, double e, float f, int64_t g, int32_t h,
                         int16_t i, int8_t j, ssize_t k, size_t l, double m, float n, double o, float p, double q,
                         float r, double s) {
    printf("%u %u %u %llu %.3f %.3f %lld %d %d %d %zd %zu %.5f %.3f %.5f %.3f %.5f %.3f %.5f\n", a, b, c,
           (unsigned long long)d, e, f, (long long)g, h, i, j, k, l, m, n, o, p, q, r, s);
    fflush(stdout);
}
bool return_bool(void) { return true; }
uint8_t return_u8(void) { return 255; }
int8_t return_i8(void) { return -128; }
uint16_t return_u16(void) { return 65535; }
int16_t return_i16(void) { return -32768; }
uint32_t return_u32(void) { return 4294967295u; }
int32_t return_i32(void) { return -2147483647 - 1; }
uint64_t return_u64(void) { return UINT64_MAX; }
int64_t return_i64(void) { return INT64_MIN; }
size_t return_usize(void) { return SIZE_MAX; }
ssize_t return_isize(void) { return INT64_MIN; }
float return_f32(void) { return 0.20298023223876953125f; }
double return_f64(void) { return 1e-10; }
#define NOP(name, type) void nop_##name(type a) { (void)a; }
NOP(bool, bool) NOP(u8, uint8_t) NOP(i8, int8_t) NOP(u16, uint16_t) NOP(i16, int16_t) NOP(u32, uint32_t)
NOP(i32, int32_t) NOP(u64, uint64_t) NOP(i64, int64_t) NOP(usize, size_t) NOP(isize, ssize_t) NOP(f32, float)
NOP(f64, double) NOP(buffer, const uint8_t *)
void nop_many_parameters(uint8_t a, int8_t b, uint16_t c, int16_t d, uint32_t e, int32_t f, uint64_t g, int64_t h,
                         size_t i, ssize_t j, float k, double l, const uint8_t *m, uint8_t n, int8_t o, uint16_t p,
                         int16_t q, uint32_t r, int32_t s, uint64_t t, int64_t u, size_t v, ssize_t w, float x,
                         double y, const uint8_t *z) {
    (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; (void)h; (void)i; (void)j; (void)k; (void)l;
    (void)m; (void)n; (void)o; (void)p; (void)q; (void)r; (void)s; (void)t; (void)u; (void)v; (void)w; (void)x;
    (void)y; (void)z;
}

// D: pointers and buffers
static void print_bytes(const uint8_t *bytes, size_t length) {
    printf("[");
    for (size_t i = 0; i < length; i++) printf(i ? ", %u" : "%u", bytes[i]);
    printf("]");
}
void print_buffer(const uint8_t *bytes, size_t length) {
    print_bytes(bytes, length);
    printf("\n");
    fflush(stdout);
}
void print_buffer2(const uint8_t *a, size_t m, const uint8_t *b, size_t n) {
    print_bytes(a, m);
    printf(" ");
    print_bytes(b, n);
    printf("\n");
    fflush(stdout);
}
static const uint8_t BUFFER[8] = {1, 2, 3, 4, 5, 6, 7, 8};
const uint8_t *return_buffer(void) { return BUFFER; }
bool is_null_ptr(const void *pointer) { return pointer == NULL; }
void fill_buffer(uint8_t value, uint8_t *bytes, size_t length) { memset(bytes, value, length); }
uint32_t hash(const uint8_t *bytes, uint32_t length) {
    uint32_t h = 0;
    for (uint32_t i = 0; i < length; i++) h = h * 0x10001000 + bytes[i];
    return h;
}
const char *ffi_string(void) { return "Hello, world!"; }
const char *ffi_string_of_pointer(void) { return "Hello from pointer!"; }

// E: callbacks
typedef void (*Plain)(void);
void sleep_blocking(uint64_t ms) { usleep((useconds_t)(ms * 1000)); }
void *get_add_u32_ptr(void) { return (void *)add_u32; }
void *get_sleep_blocking_ptr(void) { return (void *)sleep_blocking; }
void call_fn_ptr(Plain function) {
    if (function) function();
}
void call_fn_ptr_many_parameters(void (*function)(uint8_t, int8_t, uint16_t, int16_t, uint32_t, int32_t, uint64_t,
                                                  int64_t, float, double, const uint8_t *)) {
    function(1, -1, 2, -2, 3, -3, 4, -4, 0.5f, -0.5, BUFFER);
}
void call_fn_ptr_return_u8(uint8_t (*function)(void)) {
    printf("u8: %u\n", function());
    fflush(stdout);
}
void call_fn_ptr_return_buffer(const uint8_t *(*function)(void)) {
    const uint8_t *bytes = function();
    printf("buf: ");
    print_buffer(bytes, 8);
}
size_t call_fn_ptr_return_usize(size_t (*function)(void)) { return function(); }
ssize_t call_fn_ptr_return_isize(ssize_t (*function)(void)) { return function(); }
static Plain stored;
static uint8_t (*stored_2)(uint8_t);
void store_function(Plain function) {
    stored = function;
    if (!function) {
        printf("STORED_FUNCTION cleared\n");
        fflush(stdout);
    }
}
void store_function_2(uint8_t (*function)(uint8_t)) {
    stored_2 = function;
    if (!function) {
        printf("STORED_FUNCTION_2 cleared\n");
        fflush(stdout);
    }
}
void call_stored_function(void) {
    if (stored) stored();
}
void call_stored_function_2(uint8_t value) {
    printf("%u\n", stored_2(value));
    fflush(stdout);
}
Rect call_rect(Rect (*function)(Rect), Rect rect) { return function(rect); }

// F: nonblocking
void nonblocking_buffer(const uint8_t *bytes, size_t length) { print_buffer(bytes, length); }
uint32_t nonblocking_buffer_checksum(const uint8_t *bytes, size_t length, uint8_t expected) {
    usleep(100 * 1000);
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i++) sum += bytes[i] == expected ? bytes[i] : 100000;
    return sum;
}

// H: structs by value
Rect make_rect(double x, double y, double w, double h) { return (Rect){x, y, w, h}; }
void print_rect(Rect r) {
    printf("Rect { x: %.1f, y: %.1f, w: %.1f, h: %.1f }\n", r.x, r.y, r.w, r.h);
    fflush(stdout);
}
Mixed create_mixed(uint8_t tag, float f, Rect rect, size_t size, const uint32_t (*array)[2]) {
    Mixed mixed;
    memset(&mixed, 0, sizeof mixed);
    mixed.tag = tag;
    mixed.f = f;
    mixed.rect = rect;
    mixed.size = size;
    memcpy(mixed.array, *array, sizeof mixed.array);
    return mixed;
}
void print_mixed(Mixed m) {
    printf("Mixed { u8: %u, f32: %.6f, rect: Rect { x: %.1f, y: %.1f, w: %.1f, h: %.1f }, usize: %zu, array: [%u, %u] }\n",
           m.tag, m.f, m.rect.x, m.rect.y, m.rect.w, m.rect.h, m.size, m.array[0], m.array[1]);
    fflush(stdout);
}
typedef struct __attribute__((packed)) { uint8_t a; uint32_t b; } Packed;
uint32_t sum_packed(Packed p) { return p.a + p.b; }
typedef struct { uint8_t tag; union { int32_t i; float f; } u; } Tagged;
int32_t sum_tagged(Tagged t) { return t.tag + t.u.i; }
typedef struct { unsigned a : 3, b : 5, c : 24; } Bits;
uint32_t sum_bits(Bits b) { return b.a + b.b + b.c; }
typedef struct { float f[4]; } Floats4;
float sum_floats4(Floats4 f) { return f.f[0] + f.f[1] + f.f[2] + f.f[3]; }
typedef struct { float a, b, c; } Floats3;
float sum_floats3(Floats3 f) { return f.a + f.b + f.c; }

// I: threads
static void *call_later(void *unused) {
    (void)unused;
    usleep(1500 * 1000);
    if (stored) stored();
    return NULL;
}
static void *call_later_and_log(void *unused) {
    call_later(unused);
    printf("STORED_FUNCTION called\n");
    fflush(stdout);
    return NULL;
}
static void detached(void *(*run)(void *)) {
    pthread_t thread;
    pthread_create(&thread, NULL, run, NULL);
    pthread_detach(thread);
}
void call_stored_function_thread_safe(void) { detached(call_later); }
void call_stored_function_thread_safe_and_log(void) { detached(call_later_and_log); }
static void *call_now(void *function) {
    ((Plain)function)();
    return NULL;
}
void call_on_thread_and_join(Plain function) {
    pthread_t thread;
    pthread_create(&thread, NULL, call_now, (void *)function);
    pthread_join(thread, NULL);
}
uint32_t slow_call_stored_function(uint64_t ms) {
    usleep((useconds_t)(ms * 1000));
    if (stored) stored();
    return 7;
}

// L: variadic
int sum_va(int n, ...) {
    va_list arguments;
    va_start(arguments, n);
    int sum = 0;
    for (int i = 0; i < n; i++) sum += va_arg(arguments, int);
    va_end(arguments);
    return sum;
}
double sum_va_double(int n, ...) {
    va_list arguments;
    va_start(arguments, n);
    double sum = 0;
    for (int i = 0; i < n; i++) sum += va_arg(arguments, double);
    va_end(arguments);
    return sum;
}
