/* Records: where members lie, bit by bit. */
#ifndef RECORDS_H
#define RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum level { LEVEL_LOW, LEVEL_MIDDLE, LEVEL_HIGH = 5 };
enum signed_level { SIGNED_LEVEL_DOWN = -1, SIGNED_LEVEL_UP = 1 };

/** Bit-fields of all kinds in one word. */
struct flags {
    unsigned int mode : 3;
    int delta : 5;
    bool on : 1;
    enum level level : 4;
    enum signed_level direction : 2;
    unsigned int : 0;
    uint64_t serial : 40;
    int64_t drift : 24;
};

/** A member between bit-fields that lie in one storage unit with it. */
struct mixed {
    unsigned int low : 10;
    char letter;
    unsigned int high : 8;
    unsigned short all : 16;
    int64_t whole : 64;
};

#pragma pack(push, 1)
/** Packed: fields start at any bit, and one takes nine bytes. */
struct tight {
    uint8_t head : 3;
    uint64_t wide : 64;
    int32_t odd : 21;
    uint8_t tail : 8;
};
#pragma pack(pop)

/** Bit-fields in a union and in an anonymous struct: a register and its parts. */
union control {
    uint32_t word;
    struct {
        uint32_t enable : 1;
        uint32_t speed : 7;
        uint32_t : 8;
        int32_t offset : 16;
    };
    uint8_t first : 6;
};

/** Small, and passed by value. */
typedef struct rgb565 {
    uint16_t red : 5;
    uint16_t green : 6;
    uint16_t blue : 5;
} rgb565;

/** With a floating-point number beside the bits. */
typedef struct sample {
    float value;
    unsigned int valid : 1;
    unsigned int channel : 12;
} sample;

/** Fills with known values; each check is true if Java wrote the same ones. */
void flags_fill(struct flags *f);
bool flags_check(const struct flags *f);
void mixed_fill(struct mixed *m);
bool mixed_check(const struct mixed *m);
void tight_fill(struct tight *t);
bool tight_check(const struct tight *t);
void control_fill(union control *c);
bool control_check(const union control *c);

rgb565 rgb565_swap(rgb565 c);
sample sample_next(sample s);
struct flags flags_next(struct flags f);

#endif
