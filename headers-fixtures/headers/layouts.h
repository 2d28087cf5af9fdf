/* Layouts: where members lie that are packed, aligned, nested, or arrays of arrays. */
#ifndef LAYOUTS_H
#define LAYOUTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t (*step)(int32_t value);

/** An element for the arrays. */
typedef struct cell {
    int32_t row;
    double weight;
} cell;

/** Without a byte between the members. */
struct __attribute__((packed)) dense {
    char tag;
    int32_t number;
    double weight;
    int16_t shorts[3];
    cell inner;
    void *address;
};

#pragma pack(push, 2)
/** At even addresses. */
struct pair_packed {
    char tag;
    int32_t number;
    double weight;
    cell cells[2];
};
#pragma pack(pop)

/** One member with an alignment of its own, which the record takes on. */
struct spaced {
    char tag;
    _Alignas(32) int32_t number;
    char next;
    __attribute__((aligned(16))) int16_t code;
};

/** A type with an alignment of its own, and a record that holds it. */
typedef struct __attribute__((aligned(16))) wide_cell {
    int32_t number;
} wide_cell;
struct wide_holder {
    char tag;
    wide_cell inner;
    wide_cell both[2];
};

/** Members without a name, three levels deep. */
struct deep {
    int32_t kind;
    union {
        int64_t whole;
        struct {
            int32_t low;
            union {
                int32_t high;
                struct {
                    uint16_t high_low;
                    uint16_t high_high;
                };
            };
        };
    };
    int32_t end;
};

/** Types without a name of their own, of members that have one. */
struct nested {
    struct {
        int32_t x;
        struct {
            int32_t y;
        } inner;
    } point;
    union {
        float real;
        uint32_t bits;
    } value;
    struct {
        int32_t id;
    } list[2];
    enum { NESTED_OFF, NESTED_ON } state;
};

/** Types without a name in members without a name, whose members are the struct's own. */
struct hosted {
    union {
        struct {
            int32_t x;
            struct {
                int32_t y;
            } inner;
        } point;
        struct {
            int32_t skipped;
            int32_t (*step)(int32_t value);
        };
    };
};

/** Flexible arrays: as many elements as there is memory for. */
struct packet {
    uint32_t count;
    cell items[];
};
struct words {
    uint8_t length;
    int32_t values[];
};
struct message {
    uint16_t length;
    char text[];
};
struct routes {
    int32_t count;
    step steps[];
};
struct grid {
    int32_t rows;
    int32_t values[][3];
};
/** GNU's way, and the old one. */
struct zero_tail {
    int32_t count;
    int16_t items[0];
};
struct one_tail {
    int32_t count;
    int32_t items[1];
};
/** Rows of rows, of which the type does not say how many, and texts. */
struct cube {
    int32_t count;
    cell cells[][2][3];
};
struct roster {
    int32_t count;
    char names[0][8];
};

/** Arrays of everything. */
struct arrays {
    int32_t m[3][4];
    double cube[2][3][2];
    char names[4][8];
    char name[16];
    const int32_t fixed[2][2];
    int32_t *pointers[2];
    cell *cell_pointers[2];
    cell cells[2];
    cell table[2][2];
    step steps[2];
    step step_table[2][2];
    const char *texts[2];
    bool flags[2][2];
};

/** GNU C: no member, no byte. */
struct empty {};
struct around_empty {
    int32_t before;
    struct empty nothing;
    int32_t after;
};

/** Records that refer to themselves and to each other. */
struct node {
    int32_t value;
    struct node *next;
    struct node *children[2];
};
struct parent;
struct child {
    int32_t age;
    struct parent *parent;
};
struct parent {
    struct child first;
    struct child *others;
    struct secret *secret;
};
/** Only declared. */
struct secret;

/** Known by its tag and by two more names. */
struct many_names {
    int32_t value;
};
typedef struct many_names many_names_t;
typedef many_names_t many_names_again;

/** A tag that is the name of another type too. */
struct twin {
    int32_t of_struct;
};
typedef double twin;
struct twins {
    struct twin structure;
    twin number;
};

/** What typedefs make const, each in another way. */
typedef const int32_t fixed_int;
typedef const cell fixed_cell;
typedef int32_t *const fixed_pointer;
typedef const enum fixed_state { FIXED_OFF, FIXED_ON } fixed_state_t;
typedef const union fixed_number {
    int32_t whole;
    float real;
} fixed_number_t;
typedef int32_t (*const fixed_step)(int32_t value);
typedef int32_t triple[3];
typedef const triple fixed_triple;
struct fixed {
    fixed_int number;
    fixed_cell cell;
    fixed_pointer pointer;
    fixed_state_t state;
    fixed_number_t value;
    fixed_step step;
    fixed_triple triple;
    fixed_int table[2][2];
    const struct {
        int32_t hidden;
        char name[4];
    };
    int32_t open;
};
/** In memory that nobody can write to. */
extern fixed_int layouts_fixed_int;
extern fixed_cell layouts_fixed_cell;
extern fixed_pointer layouts_fixed_pointer;
extern fixed_state_t layouts_fixed_state;
extern fixed_number_t layouts_fixed_number;
extern fixed_step layouts_fixed_step;
extern fixed_triple layouts_fixed_triple;
extern const struct fixed layouts_fixed;

/** Fill with known values; each check is true if Java wrote the same ones. */
void dense_fill(struct dense *d);
bool dense_check(const struct dense *d);
void pair_packed_fill(struct pair_packed *p);
bool pair_packed_check(const struct pair_packed *p);
void spaced_fill(struct spaced *s);
bool spaced_check(const struct spaced *s);
void wide_holder_fill(struct wide_holder *w);
bool wide_holder_check(const struct wide_holder *w);
void deep_fill(struct deep *d);
bool deep_check(const struct deep *d);
void nested_fill(struct nested *n);
bool nested_check(const struct nested *n);
void hosted_fill(struct hosted *h);
int32_t hosted_call(const struct hosted *h, int32_t value);
void arrays_fill(struct arrays *a);
bool arrays_check(const struct arrays *a);
void around_empty_fill(struct around_empty *a);
bool around_empty_check(const struct around_empty *a);
void twins_fill(struct twins *t);
bool twins_check(const struct twins *t);

/** The count is what the memory has room for. */
void packet_fill(struct packet *p, uint32_t count);
double packet_sum(const struct packet *p);
void words_fill(struct words *w, uint8_t length);
int64_t words_sum(const struct words *w);
void message_fill(struct message *m, const char *text);
bool message_is(const struct message *m, const char *text);
void routes_fill(struct routes *r, int32_t count);
int32_t routes_walk(const struct routes *r, int32_t value);
void grid_fill(struct grid *g, int32_t rows);
int32_t grid_sum(const struct grid *g);
void cube_fill(struct cube *c, int32_t count);
double cube_sum(const struct cube *c);
struct roster *roster_new(int32_t count);
int32_t roster_is(const struct roster *r, int32_t index, const char *name);
void roster_free(struct roster *r);
void zero_tail_fill(struct zero_tail *z, int32_t count);
int32_t zero_tail_sum(const struct zero_tail *z);
void one_tail_fill(struct one_tail *o, int32_t count);
int32_t one_tail_sum(const struct one_tail *o);
/** Memory of C's, to be freed with packet_free. */
struct packet *packet_new(uint32_t count);
void packet_free(struct packet *p);

/** Over lists, trees and families. */
int32_t node_sum(const struct node *n);
int32_t family_age(const struct parent *p);
struct secret *secret_new(int32_t value);
int32_t secret_value(const struct secret *s);
void secret_free(struct secret *s);

/** By value. */
wide_cell wide_cell_next(wide_cell c);
struct deep deep_next(struct deep d);
struct nested nested_next(struct nested n);
many_names_again many_names_next(struct many_names a, many_names_t b);
twin twin_sum(struct twin a, twin b);

/** Of 64-bit members only: as values, they take no native memory. */
struct vector {
    double x;
    double y;
};
struct motion {
    struct vector by;
    long long steps;
    struct vector *to;
};
double vector_dot(struct vector a, struct vector b);
/** Writes to where the motion leads, and gives the one after it. */
struct motion motion_next(struct motion m, struct vector from);

/** What lies between the members, and behind the bits, is whatever was there before. */
struct gaps {
    char letter;
    int number;
    short three[3];
    struct { char small; long long large; } pairs[2];
    unsigned few : 3;
};
struct gaps gaps_filled(int with);

#endif
