#include "newer.h"

_Float16 half_global = 0.5f16;

void halves_fill(struct halves *h) {
    *h = (struct halves){'a', -1.5f16, {65504.0f16, 0x1p-24f16, -0.0f16}, 2.0};
}

bool halves_check(const struct halves *h) {
    return h->first == 'b' && h->one == 0.333251953125f16 && h->row[0] == -65504.0f16 && h->row[1] == -0x1p-24f16
            && __builtin_isinf_sign(h->row[2]) == 1 && h->last == -3.0;
}

bool half_global_is(float value) { return half_global == (_Float16)value; }

#if __clang__
void bit_int_bits_fill(struct bit_int_bits *b) {
    b->first = 5;
    b->small = -16;
    b->middle = (unsigned _BitInt(40))0x1ffffffff;
    b->wide = -((_BitInt(200))1 << 149);
    b->all = ~(unsigned _BitInt(128))0;
    b->last = 9;
}

bool bit_int_bits_check(const struct bit_int_bits *b) {
    return b->first == 2 && b->small == 15 && b->middle == ((unsigned _BitInt(40))1 << 32)
            && b->wide == ((_BitInt(200))1 << 149) - 1 && b->all == 7 && b->last == 6;
}

void bit_ints_fill(struct bit_ints *b) {
    *b = (struct bit_ints){'a', -64, ((unsigned _BitInt(33))1 << 32) + 5, -(_BitInt(64))0x7fffffffffffffff - 1,
            ((unsigned _BitInt(70))1 << 69) + 7, {-((_BitInt(128))1 << 100), 9}, 'z'};
}

bool bit_ints_check(const struct bit_ints *b) {
    return b->first == 'b' && b->small == 63 && b->middle == (unsigned _BitInt(33))-1 && b->word == -2
            && b->wide == (unsigned _BitInt(70))-1 && b->row[0] == ((_BitInt(128))1 << 100) && b->row[1] == -9
            && b->last == 'y';
}
#endif

#if __clang__ && __STDC_VERSION__ >= 202311L
enum light light_global = LIGHT_ON;

enum light light_other(enum light light) { return !light; }

struct lamp lamp_turned(struct lamp lamp) { return (struct lamp){lamp.right, lamp.left}; }

void lamps_switch(struct lamps *l) {
    *l = (struct lamps){!l->first, {!l->row[0], !l->row[1], !l->row[2]}, !l->bit, !l->last};
}

bool light_read(enum light *place) {
    enum light was = *place;
    *place = !was;
    return was;
}

enum light light_asked(enum light (*ask)(enum light light), enum light light) { return ask(light); }
#endif
