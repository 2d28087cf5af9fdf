/* Scalars that not every compiler has: _Float16 needs gcc 12 or clang, _BitInt gcc 14 or clang. */
#include <stdbool.h>

struct halves {
    char first;
    _Float16 one;
    _Float16 row[3];
    double last;
};

extern _Float16 half_global;

void halves_fill(struct halves *h);
bool halves_check(const struct halves *h);
bool half_global_is(float value);

#if __clang__
struct bit_ints {
    char first;
    _BitInt(7) small;
    unsigned _BitInt(33) middle;
    _BitInt(64) word;
    unsigned _BitInt(70) wide;
    _BitInt(128) row[2];
    char last;
};

struct bit_int_bits {
    unsigned first : 3;
    _BitInt(20) small : 5;
    unsigned _BitInt(40) middle : 33;
    _BitInt(200) wide : 150;
    unsigned _BitInt(128) all : 128;
    unsigned last : 4;
};

void bit_int_bits_fill(struct bit_int_bits *b);
bool bit_int_bits_check(const struct bit_int_bits *b);
void bit_ints_fill(struct bit_ints *b);
bool bit_ints_check(const struct bit_ints *b);
#endif

#if __clang__ && __STDC_VERSION__ >= 202311L
enum light : bool { LIGHT_OFF, LIGHT_ON };
struct lamp { enum light left, right; };
struct lamps { enum light first; enum light row[3]; enum light bit : 1, last : 1; };

extern enum light light_global;

enum light light_other(enum light light);
struct lamp lamp_turned(struct lamp lamp);
void lamps_switch(struct lamps *lamps);
bool light_read(enum light *place);
enum light light_asked(enum light (*ask)(enum light light), enum light light);
#endif
