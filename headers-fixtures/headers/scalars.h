/* Scalars: all that C has beyond int and double, in their places, and passed where that is possible. */
#ifndef SCALARS_H
#define SCALARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>

typedef float v4f __attribute__((vector_size(16)));

/** One of each that no layout of Java's describes. */
struct extended {
    char first;
    long double ld;
    __int128 big;
    unsigned __int128 ubig;
    double _Complex dc;
    float _Complex fc;
    long double _Complex ldc;
    v4f vector;
    __float128 quad;
    char last;
};

/** Parts of wide integers, among others. */
struct wide_bits {
    unsigned first : 3;
    unsigned __int128 big : 100;
    __int128 small : 5;
    __int128 rest : 90;
    unsigned __int128 word : 64;
    unsigned last : 4;
};
struct __attribute__((packed)) packed_wide_bits {
    unsigned first : 3;
    __int128 big : 120;
    unsigned __int128 all : 128;
    unsigned last : 7;
};

/** Arrays of them. */
struct extended_arrays {
    long double lds[3];
    __int128 bigs[2];
    double _Complex dcs[2];
    v4f vectors[2];
};

/** Atomics, each as large as what it holds. */
struct atomics {
    _Atomic int i;
    _Atomic unsigned char byte;
    _Atomic bool flag;
    _Atomic uint64_t count;
    void *_Atomic address;
    _Atomic short shorts[2];
};

/** Texts in UTF-16 and UTF-32. */
struct texts {
    wchar_t wide[8];
    char16_t utf16[8];
    char32_t utf32[8];
    wchar_t one;
    char16_t unit;
};

/** A complex number among numbers: a record, and passed by value. */
typedef struct wave {
    double amplitude;
    float _Complex phase;
} wave;

void wide_bits_fill(struct wide_bits *w);
bool wide_bits_check(const struct wide_bits *w);
void packed_wide_bits_fill(struct packed_wide_bits *p);
bool packed_wide_bits_check(const struct packed_wide_bits *p);
void extended_fill(struct extended *e);
bool extended_check(const struct extended *e);
/** Whether *value is the number that the text says, exactly. */
bool long_double_is(const long double *value, const char *text);
void long_double_parse(long double *value, const char *text);
void extended_arrays_fill(struct extended_arrays *a);
bool extended_arrays_check(const struct extended_arrays *a);
void atomics_fill(struct atomics *a);
bool atomics_check(struct atomics *a);
void texts_fill(struct texts *t);
bool texts_check(const struct texts *t);

double _Complex complex_multiply(double _Complex a, double _Complex b);
float _Complex complex_conjugate(float _Complex a);
wave wave_shift(wave w, float _Complex by);
/** Calls back with complex numbers both ways. */
double _Complex complex_apply(double _Complex (*function)(double _Complex z, float _Complex w), double _Complex z);
void complex_square(double _Complex *values, size_t count);
extern double _Complex complex_unit;

/** In memory for C, which aligns the first at 16 bytes, and the second where the linker can. */
typedef struct wide_pair {
    __int128 big;
    int32_t small;
} wide_pair;
typedef struct __attribute__((packed, aligned(8))) low_pair {
    __int128 big;
    int64_t small;
} low_pair;
low_pair low_pair_next(char before, low_pair p);

/* Refused by value, each with a code. */
wide_pair wide_pair_next(wide_pair p);
long double long_double_half(long double x);
__int128 int128_next(__int128 x);
v4f vector_twice(v4f v);

/* 8 and 16 bits: the caller extends arguments, the callee may trust it. */
int32_t widen_u8(uint8_t value);
int32_t widen_i8(int8_t value);
int32_t widen_u16(uint16_t value);
int32_t widen_i16(int16_t value);
int32_t widen_bool(bool value);
uint8_t narrow_u8(int32_t value);
int8_t narrow_i8(int32_t value);
uint16_t narrow_u16(int32_t value);
int16_t narrow_i16(int32_t value);
/** Over the registers: the last of them lie on the stack. */
int64_t widen_many(uint8_t a, int8_t b, uint16_t c, int16_t d, uint8_t e, uint16_t f, uint8_t g, int8_t h, uint16_t i,
                   bool j);
typedef uint8_t (*narrow_callback)(uint8_t a, int8_t b, uint16_t c, int16_t d, bool e);
typedef int16_t (*narrow_callback16)(uint16_t a);
int32_t call_narrow(narrow_callback callback, uint8_t a, int8_t b, uint16_t c, int16_t d, bool e);
int32_t call_narrow16(narrow_callback16 callback, uint16_t a);
/** Holds a function pointer of C's, for Java to call. */
struct narrow_table {
    narrow_callback sum;
};
void narrow_table_fill(struct narrow_table *t);

#endif
