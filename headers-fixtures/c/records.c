#include "records.h"

void flags_fill(struct flags *f) {
    f->mode = 5;
    f->delta = -7;
    f->on = true;
    f->level = LEVEL_HIGH;
    f->direction = SIGNED_LEVEL_DOWN;
    f->serial = 0xfedcba9876u;
    f->drift = -8388608;
}

bool flags_check(const struct flags *f) {
    return f->mode == 5 && f->delta == -7 && f->on && f->level == LEVEL_HIGH && f->direction == SIGNED_LEVEL_DOWN
        && f->serial == 0xfedcba9876u && f->drift == -8388608;
}

void mixed_fill(struct mixed *m) {
    m->low = 1023;
    m->letter = 'x';
    m->high = 129;
    m->all = 65535;
    m->whole = INT64_MIN;
}

bool mixed_check(const struct mixed *m) {
    return m->low == 1023 && m->letter == 'x' && m->high == 129 && m->all == 65535 && m->whole == INT64_MIN;
}

void tight_fill(struct tight *t) {
    t->head = 5;
    t->wide = 0x8877665544332211u;
    t->odd = -1048576;
    t->tail = 200;
}

bool tight_check(const struct tight *t) {
    return t->head == 5 && t->wide == 0x8877665544332211u && t->odd == -1048576 && t->tail == 200;
}

void control_fill(union control *c) {
    c->word = 0;
    c->enable = 1;
    c->speed = 100;
    c->offset = -12345;
}

bool control_check(const union control *c) {
    return c->enable == 1 && c->speed == 100 && c->offset == -12345 && ((c->word >> 8) & 0xff) == 0;
}

rgb565 rgb565_swap(rgb565 c) {
    rgb565 swapped = {c.blue, c.green, c.red};
    return swapped;
}

sample sample_next(sample s) {
    sample next = {s.value * 2, !s.valid, s.channel + 1};
    return next;
}

struct flags flags_next(struct flags f) {
    f.mode++;
    f.delta--;
    f.on = !f.on;
    f.serial++;
    f.drift = -f.drift;
    return f;
}
