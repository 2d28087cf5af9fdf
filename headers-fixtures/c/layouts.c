#include "layouts.h"
#include <stdlib.h>
#include <string.h>

void dense_fill(struct dense *d) {
    d->tag = 'd';
    d->number = -70000;
    d->weight = 1.5;
    d->shorts[0] = 1;
    d->shorts[1] = -2;
    d->shorts[2] = 3;
    d->inner.row = 7;
    d->inner.weight = -0.25;
    d->address = (void *) 0x1234567890;
}

bool dense_check(const struct dense *d) {
    return d->tag == 'd'
        && d->number == -70000
        && d->weight == 1.5
        && d->shorts[0] == 1
        && d->shorts[1] == -2
        && d->shorts[2] == 3
        && d->inner.row == 7
        && d->inner.weight == -0.25
        && d->address == (void *) 0x1234567890;
}

void pair_packed_fill(struct pair_packed *p) {
    p->tag = 'p';
    p->number = -70001;
    p->weight = 2.5;
    p->cells[0].row = 8;
    p->cells[0].weight = 8.5;
    p->cells[1].row = 9;
    p->cells[1].weight = 9.5;
}

bool pair_packed_check(const struct pair_packed *p) {
    return p->tag == 'p'
        && p->number == -70001
        && p->weight == 2.5
        && p->cells[0].row == 8
        && p->cells[0].weight == 8.5
        && p->cells[1].row == 9
        && p->cells[1].weight == 9.5;
}

void spaced_fill(struct spaced *s) {
    s->tag = 's';
    s->number = -70002;
    s->next = 'n';
    s->code = -12;
}

bool spaced_check(const struct spaced *s) {
    return s->tag == 's'
        && s->number == -70002
        && s->next == 'n'
        && s->code == -12;
}

void wide_holder_fill(struct wide_holder *w) {
    w->tag = 'w';
    w->inner.number = 1;
    w->both[0].number = 2;
    w->both[1].number = 3;
}

bool wide_holder_check(const struct wide_holder *w) {
    return w->tag == 'w'
        && w->inner.number == 1
        && w->both[0].number == 2
        && w->both[1].number == 3;
}

void deep_fill(struct deep *d) {
    d->kind = 1;
    d->low = 0x11223344;
    d->high_low = 0xfffe;
    d->high_high = 0x8001;
    d->end = -1;
}

bool deep_check(const struct deep *d) {
    return d->kind == 1
        && d->low == 0x11223344
        && d->high_low == 0xfffe
        && d->high_high == 0x8001
        && d->end == -1;
}

void nested_fill(struct nested *n) {
    n->point.x = 1;
    n->point.inner.y = 2;
    n->value.bits = 0x40490fdb;
    n->list[0].id = 3;
    n->list[1].id = 4;
    n->state = NESTED_ON;
}

bool nested_check(const struct nested *n) {
    return n->point.x == 1
        && n->point.inner.y == 2
        && n->value.bits == 0x40490fdb
        && n->list[0].id == 3
        && n->list[1].id == 4
        && n->state == NESTED_ON;
}

void hosted_fill(struct hosted *h) {
    h->point.x = 1;
    h->point.inner.y = 2;
}

int32_t hosted_call(const struct hosted *h, int32_t value) {
    return h->step(value);
}

void around_empty_fill(struct around_empty *a) {
    a->before = 1;
    a->after = 2;
}

bool around_empty_check(const struct around_empty *a) {
    return a->before == 1
        && a->after == 2;
}

void twins_fill(struct twins *t) {
    t->structure.of_struct = 1;
    t->number = 2.5;
}

bool twins_check(const struct twins *t) {
    return t->structure.of_struct == 1
        && t->number == 2.5;
}

static int32_t twice(int32_t value) {
    return 2 * value;
}

static int32_t next(int32_t value) {
    return value + 1;
}

static int32_t numbers[2] = {41, 42};
static cell cells[2] = {{1, 1.5}, {2, 2.5}};

/* The n-th value of an array, whatever its dimensions. */
void arrays_fill(struct arrays *a) {
    for (int i = 0; i < 12; i++) {
        a->m[i / 4][i % 4] = 100 + i;
        a->cube[i / 6][i / 2 % 3][i % 2] = i + 0.5;
    }
    for (int i = 0; i < 4; i++) {
        strcpy(a->names[i], (const char *[]){"zero", "one", "seven77", ""}[i]);
        ((int32_t *) a->fixed)[i] = 200 + i;
        a->table[i / 2][i % 2] = (cell){300 + i, i + 0.25};
        a->step_table[i / 2][i % 2] = i % 2 ? next : twice;
        a->flags[i / 2][i % 2] = i % 2;
    }
    strcpy(a->name, "h\xc3\xa9llo");
    for (int i = 0; i < 2; i++) {
        a->pointers[i] = &numbers[i];
        a->cell_pointers[i] = &cells[i];
        a->cells[i] = cells[i];
        a->steps[i] = i ? next : twice;
        a->texts[i] = i ? "text one" : "text zero";
    }
}

/* All but what is const. */
bool arrays_check(const struct arrays *a) {
    bool same = strcmp(a->name, "h\xc3\xa9llo") == 0;
    for (int i = 0; i < 12; i++) {
        same = same && a->m[i / 4][i % 4] == 100 + i && a->cube[i / 6][i / 2 % 3][i % 2] == i + 0.5;
    }
    for (int i = 0; i < 4; i++) {
        const cell *c = &a->table[i / 2][i % 2];
        same = same && strcmp(a->names[i], (const char *[]){"zero", "one", "seven77", ""}[i]) == 0
            && c->row == 300 + i && c->weight == i + 0.25
            && a->step_table[i / 2][i % 2](10) == (i % 2 ? 11 : 20) && a->flags[i / 2][i % 2] == i % 2;
    }
    for (int i = 0; i < 2; i++) {
        same = same && *a->pointers[i] == 41 + i && a->cell_pointers[i]->row == i + 1
            && a->cells[i].row == i + 1 && a->cells[i].weight == i + 1.5
            && a->steps[i](10) == (i ? 11 : 20) && strcmp(a->texts[i], i ? "text one" : "text zero") == 0;
    }
    return same;
}

void packet_fill(struct packet *p, uint32_t count) {
    p->count = count;
    for (uint32_t i = 0; i < count; i++) {
        p->items[i] = (cell){(int32_t) i, i + 0.5};
    }
}

double packet_sum(const struct packet *p) {
    double sum = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        sum += p->items[i].row + p->items[i].weight;
    }
    return sum;
}

void words_fill(struct words *w, uint8_t length) {
    w->length = length;
    for (int i = 0; i < length; i++) {
        w->values[i] = -i;
    }
}

int64_t words_sum(const struct words *w) {
    int64_t sum = 0;
    for (int i = 0; i < w->length; i++) {
        sum += w->values[i];
    }
    return sum;
}

void message_fill(struct message *m, const char *text) {
    m->length = (uint16_t) strlen(text);
    strcpy(m->text, text);
}

bool message_is(const struct message *m, const char *text) {
    return m->length == strlen(text) && strcmp(m->text, text) == 0;
}

void routes_fill(struct routes *r, int32_t count) {
    r->count = count;
    for (int32_t i = 0; i < count; i++) {
        r->steps[i] = i % 2 ? next : twice;
    }
}

int32_t routes_walk(const struct routes *r, int32_t value) {
    for (int32_t i = 0; i < r->count; i++) {
        value = r->steps[i](value);
    }
    return value;
}

void grid_fill(struct grid *g, int32_t rows) {
    g->rows = rows;
    for (int32_t i = 0; i < 3 * rows; i++) {
        g->values[i / 3][i % 3] = i;
    }
}

int32_t grid_sum(const struct grid *g) {
    int32_t sum = 0;
    for (int32_t i = 0; i < 3 * g->rows; i++) {
        sum += g->values[i / 3][i % 3];
    }
    return sum;
}

void cube_fill(struct cube *c, int32_t count) {
    c->count = count;
    for (int32_t i = 0; i < 6 * count; i++) {
        c->cells[i / 6][i / 3 % 2][i % 3] = (cell){i, i + 0.5};
    }
}

double cube_sum(const struct cube *c) {
    double sum = 0;
    for (int32_t i = 0; i < 6 * c->count; i++) {
        const cell *at = &c->cells[i / 6][i / 3 % 2][i % 3];
        sum += at->row + at->weight;
    }
    return sum;
}

struct roster *roster_new(int32_t count) {
    struct roster *r = calloc(1, sizeof *r + (size_t) count * sizeof r->names[0]);
    r->count = count;
    char(*names)[8] = r->names;
    for (int32_t i = 0; i < count; i++) {
        names[i][0] = 'n';
        names[i][1] = (char) ('0' + i);
    }
    return r;
}

int32_t roster_is(const struct roster *r, int32_t index, const char *name) {
    const char(*names)[8] = r->names;
    return strcmp(names[index], name) == 0;
}

void roster_free(struct roster *r) { free(r); }

void zero_tail_fill(struct zero_tail *z, int32_t count) {
    z->count = count;
    int16_t *items = z->items;
    for (int32_t i = 0; i < count; i++) {
        items[i] = (int16_t) (i + 1);
    }
}

int32_t zero_tail_sum(const struct zero_tail *z) {
    const int16_t *items = z->items;
    int32_t sum = 0;
    for (int32_t i = 0; i < z->count; i++) {
        sum += items[i];
    }
    return sum;
}

void one_tail_fill(struct one_tail *o, int32_t count) {
    o->count = count;
    int32_t *items = o->items;
    for (int32_t i = 0; i < count; i++) {
        items[i] = i + 1;
    }
}

int32_t one_tail_sum(const struct one_tail *o) {
    const int32_t *items = o->items;
    int32_t sum = 0;
    for (int32_t i = 0; i < o->count; i++) {
        sum += items[i];
    }
    return sum;
}

struct packet *packet_new(uint32_t count) {
    struct packet *p = malloc(sizeof *p + count * sizeof *p->items);
    packet_fill(p, count);
    return p;
}

void packet_free(struct packet *p) {
    free(p);
}

int32_t node_sum(const struct node *n) {
    return n ? n->value + node_sum(n->next) + node_sum(n->children[0]) + node_sum(n->children[1]) : 0;
}

int32_t family_age(const struct parent *p) {
    return p->first.age + p->others->age + (p->first.parent == p && p->others->parent == p ? 1000 : 0)
        + secret_value(p->secret);
}

struct secret {
    int32_t value;
};

struct secret *secret_new(int32_t value) {
    struct secret *s = malloc(sizeof *s);
    s->value = value;
    return s;
}

int32_t secret_value(const struct secret *s) {
    return s->value;
}

void secret_free(struct secret *s) {
    free(s);
}

wide_cell wide_cell_next(wide_cell c) {
    c.number++;
    return c;
}

struct deep deep_next(struct deep d) {
    d.kind++;
    d.whole++;
    d.end++;
    return d;
}

struct nested nested_next(struct nested n) {
    n.point.inner.y++;
    n.list[1].id++;
    return n;
}

many_names_again many_names_next(struct many_names a, many_names_t b) {
    return (many_names_again){a.value + b.value};
}

twin twin_sum(struct twin a, twin b) {
    return a.of_struct + b;
}

double vector_dot(struct vector a, struct vector b) {
    return a.x * b.x + a.y * b.y;
}

struct motion motion_next(struct motion m, struct vector from) {
    m.to->x = from.x + m.by.x * (double)m.steps;
    m.to->y = from.y + m.by.y * (double)m.steps;
    m.by.x++;
    m.by.y--;
    m.steps += 1LL << 40;
    m.to++;
    return m;
}

static int32_t fixed_twice(int32_t value) {
    return 2 * value;
}

static int32_t fixed_target = 7;
fixed_int layouts_fixed_int = 5;
fixed_cell layouts_fixed_cell = {3, 0.5};
fixed_pointer layouts_fixed_pointer = &fixed_target;
fixed_state_t layouts_fixed_state = FIXED_ON;
fixed_number_t layouts_fixed_number = {.real = 1.5f};
fixed_step layouts_fixed_step = fixed_twice;
fixed_triple layouts_fixed_triple = {1, 2, 3};
const struct fixed layouts_fixed = {
    .number = 6,
    .cell = {4, 0.25},
    .pointer = &fixed_target,
    .state = FIXED_ON,
    .value = {.whole = 8},
    .step = fixed_twice,
    .triple = {4, 5, 6},
    .table = {{1, 2}, {3, 4}},
    .hidden = 9,
    .name = "abc",
    .open = 10,
};
struct gaps gaps_filled(int with) {
    struct gaps gaps;
    memset(&gaps, with, sizeof gaps);
    gaps.letter = 'x';
    gaps.number = 5;
    for (int i = 0; i < 3; i++) {
        gaps.three[i] = (short)(i + 1);
    }
    for (int i = 0; i < 2; i++) {
        gaps.pairs[i].small = 7;
        gaps.pairs[i].large = 8;
    }
    gaps.few = 6;
    return gaps;
}
