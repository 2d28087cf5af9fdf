#include "scalars.h"

#include <complex.h>
#include <stdlib.h>
#include <string.h>

static const __int128 BIG = -(((__int128) 0x0123456789abcdefLL << 64) | 0x8877665544332211u);

void extended_fill(struct extended *e) {
    e->first = 'a';
    e->ld = 1.5L + 0x1p-60L;
    e->big = BIG;
    e->ubig = ~(unsigned __int128) 0;
    e->dc = 1.25 - 2.5 * I;
    e->fc = -0.5f + 8.0f * I;
    e->ldc = 3.0L + 4.0L * I;
    e->vector = (v4f){1, 2, 3, 4};
    e->quad = -0.1;
    e->last = 'z';
}

bool extended_check(const struct extended *e) {
    return e->first == 'a' && e->ld == 1.5L && e->big == BIG && e->ubig == ~(unsigned __int128) 0
        && e->dc == 1.25 - 2.5 * I && e->fc == -0.5f + 8.0f * I && e->ldc == 3.0L + 4.0L * I && e->vector[0] == 1
        && e->vector[3] == 4 && e->quad == (__float128) -0.1 && e->last == 'z';
}

void wide_bits_fill(struct wide_bits *w) {
    w->first = 5;
    w->big = ((unsigned __int128) 1 << 99) + 7;
    w->small = -16;
    w->rest = -((__int128) 1 << 89);
    w->word = UINT64_MAX;
    w->last = 9;
}

bool wide_bits_check(const struct wide_bits *w) {
    return w->first == 2 && w->big == ((unsigned __int128) 5 << 97) + 1 && w->small == 15
        && w->rest == ((__int128) 1 << 89) - 1 && w->word == 1 && w->last == 6;
}

void packed_wide_bits_fill(struct packed_wide_bits *p) {
    p->first = 5;
    p->big = -((__int128) 1 << 119) + 3;
    p->all = ~(unsigned __int128) 0;
    p->last = 99;
}

bool packed_wide_bits_check(const struct packed_wide_bits *p) {
    return p->first == 2 && p->big == ((__int128) 1 << 118) - 5 && p->all == ((unsigned __int128) 1 << 127) + 1
        && p->last == 28;
}

bool long_double_is(const long double *value, const char *text) {
    long double expected = strtold(text, NULL);
    return memcmp(value, &expected, 10) == 0;
}

void long_double_parse(long double *value, const char *text) {
    *value = strtold(text, NULL);
}

void extended_arrays_fill(struct extended_arrays *a) {
    for (int i = 0; i < 3; i++) {
        a->lds[i] = i + 0.5L;
    }
    for (int i = 0; i < 2; i++) {
        a->bigs[i] = BIG + i;
        a->dcs[i] = i - 1.0 * I;
        a->vectors[i] = (v4f){i, i + 1, i + 2, i + 3};
    }
}

bool extended_arrays_check(const struct extended_arrays *a) {
    return a->lds[0] == 0.5L && a->lds[2] == 2.5L && a->bigs[0] == BIG && a->bigs[1] == BIG + 1
        && a->dcs[1] == 1 - 1.0 * I && a->vectors[1][3] == 4;
}

void atomics_fill(struct atomics *a) {
    a->i = -7;
    a->byte = 200;
    a->flag = true;
    a->count = UINT64_MAX;
    a->address = a;
    a->shorts[0] = -1;
    a->shorts[1] = 30000;
}

bool atomics_check(struct atomics *a) {
    return a->i == -7 && a->byte == 200 && a->flag && a->count == UINT64_MAX && a->address == a && a->shorts[0] == -1
        && a->shorts[1] == 30000;
}

void texts_fill(struct texts *t) {
    memset(t, 0, sizeof *t);
    wcscpy(t->wide, L"gr\u00fc\u00df \U0001F600");
    memcpy(t->utf16, u"\U0001F600 ab", sizeof u"\U0001F600 ab");
    memcpy(t->utf32, U"\U0001F600\u20ac", sizeof U"\U0001F600\u20ac");
    t->one = L'\u20ac';
    t->unit = u'\u20ac';
}

bool texts_check(const struct texts *t) {
    struct texts expected;
    texts_fill(&expected);
    return memcmp(t, &expected, offsetof(struct texts, unit) + sizeof t->unit) == 0;
}

double _Complex complex_multiply(double _Complex a, double _Complex b) {
    return a * b;
}

float _Complex complex_conjugate(float _Complex a) {
    return conjf(a);
}

wave wave_shift(wave w, float _Complex by) {
    wave shifted = {w.amplitude * 2, w.phase + by};
    return shifted;
}

double _Complex complex_apply(double _Complex (*function)(double _Complex z, float _Complex w), double _Complex z) {
    return function(z, 2.0f + 3.0f * I) + 1;
}

void complex_square(double _Complex *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        values[i] *= values[i];
    }
}

double _Complex complex_unit = 0 + 1 * I;

long double long_double_half(long double x) {
    return x / 2;
}

__int128 int128_next(__int128 x) {
    return x + 1;
}

wide_pair wide_pair_next(wide_pair p) {
    p.big++;
    return p;
}

low_pair low_pair_next(char before, low_pair p) {
    p.big += before;
    p.small++;
    return p;
}

v4f vector_twice(v4f v) {
    return v + v;
}

int32_t widen_u8(uint8_t value) {
    return value;
}

int32_t widen_i8(int8_t value) {
    return value;
}

int32_t widen_u16(uint16_t value) {
    return value;
}

int32_t widen_i16(int16_t value) {
    return value;
}

int32_t widen_bool(bool value) {
    return value;
}

uint8_t narrow_u8(int32_t value) {
    return (uint8_t) value;
}

int8_t narrow_i8(int32_t value) {
    return (int8_t) value;
}

uint16_t narrow_u16(int32_t value) {
    return (uint16_t) value;
}

int16_t narrow_i16(int32_t value) {
    return (int16_t) value;
}

int64_t widen_many(uint8_t a, int8_t b, uint16_t c, int16_t d, uint8_t e, uint16_t f, uint8_t g, int8_t h, uint16_t i,
                   bool j) {
    return (int64_t) a + b + c + d + e + f + g + h + i + j;
}

int32_t call_narrow(narrow_callback callback, uint8_t a, int8_t b, uint16_t c, int16_t d, bool e) {
    return callback(a, b, c, d, e);
}

int32_t call_narrow16(narrow_callback16 callback, uint16_t a) {
    return callback(a);
}

static uint8_t narrow_sum(uint8_t a, int8_t b, uint16_t c, int16_t d, bool e) {
    return (uint8_t) (a + b + c + d + e);
}

void narrow_table_fill(struct narrow_table *t) {
    t->sum = narrow_sum;
}
