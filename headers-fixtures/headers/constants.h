#ifndef CONSTANTS_H
#define CONSTANTS_H

#include <stddef.h>
#include <stdint.h>

/* Constants of every kind; the functions at the end say what the C compiler makes of each. */

enum { FIRST = -1, SECOND, TWIN = 0, FAR = 0x7fffffffffffffff };
enum level { LEVEL_LOW = -2147483647 - 1, LEVEL_TWIN = 2147483647, LEVEL_HIGH = 2147483647 };
struct block { char tag; int32_t words[7]; };

#define DOUBLED(x) ((x) * 2)

/** Below zero. */
#define NEGATIVE (-5)
#define TOP 0xFFFFFFFFFFFFFFFFULL
#define TOP_32 0xFFFFFFFF
#define CAST ((uint8_t) 300)
#define SIZE sizeof(struct block)
#define OFFSET offsetof(struct block, words[2])
#define OF_ENUM (LEVEL_HIGH - 1)
#define NESTED DOUBLED(DOUBLED(NEGATIVE))
#define LETTER 'A'
#define WIDE_LETTER L'\u00e9'
#define LEAST (-9223372036854775807LL - 1)

#define HEX_FLOAT 0x1.8p-3
#define TENTH_FLOAT 0.1f
#define HALF_LONG 0.5L
#define TENTH_LONG 0.1L
#define BEYOND_DOUBLE 1e4000L
#define NEXT_TO_NOTHING 1e-4000L

#define BIG (((__int128) 1 << 100) | 5)
#define BIGGEST ((unsigned __int128) -1)

#define TEXT "nul\0in" " two parts"
#define WIDE L"wide \u00e9\u4e2d" L"1"
#define SIXTEEN u"sixteen \U0001F600"
#define THIRTY_TWO U"thirty-two \U0001F600"
#define EIGHT u8"eight \u00e9"

/** A variable in the header, which no library exports. */
static const uint64_t FIXED = 1ULL << 63;
static const double FIXED_REAL = -2.5;
static const char FIXED_TEXT[] = "fixed";

#define NO_ADDRESS ((void *) -1)

/* Other names of constants. */
#define NO_ADDRESS_EITHER NO_ADDRESS
#define FIXED_TEXT_TOO FIXED_TEXT

/* gcc takes this pragma in no expression. */
#define WITH_PRAGMA _Pragma("GCC diagnostic push") 1

/* Names and brackets of macros that are not there before the preprocessor has been at them. */
#define PACKED(a, b, c) ((a) << 16 | (b) << 8 | (c))
#define CHOSEN(x) PACKED
#define PASTED(a, b) a##b
#define CHOICE(condition) PASTED(CHOICE_, condition)
#define CHOICE_0(then, otherwise) otherwise
#define OF_CHOSEN CHOSEN(0)(1, 2, 3)
#define OF_PASTED PASTED(PACK, ED)(1, 2, 4)
#define OF_CONDITION CHOICE(0)(10, 20)

/* No constants, not even to gcc. */
#define COLOUR(r, g, b) (r), (g), (b)
#define RED COLOUR(255, 0, 0)
#define IN_BRACKETS (COLOUR(1.0f, 0.0f, 0.0f))
#define COMMA ((1, 2))
#define LIST 1, 2
#define COMPOUND ((int){3})
#define OPEN (1
#define LINE_OF_USE __LINE__

/* Another name of a function. */
#define constants_integer_of constants_integer

/** The integer of that name as 64 bits; of a negative one, its two's complement. */
uint64_t constants_integer(const char *name);

/** The floating-point number of that name. */
double constants_real(const char *name);

/** Whether digits are the number of that name, read as long double. */
_Bool constants_is_long_double(const char *name, const char *digits);

/** The upper or lower 64 bits of an integer of 128. */
uint64_t constants_half(const char *name, _Bool upper);

/** A byte of the text of that name; behind its end, -1. */
int constants_byte(const char *name, size_t at);

#endif
