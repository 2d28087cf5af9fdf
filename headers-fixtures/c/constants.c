#include "constants.h"

#include <stdlib.h>
#include <string.h>

#define IF(name_, value_) if (strcmp(name, #name_) == 0) return (value_)
#define IF_IS(constant) if (strcmp(name, #constant) == 0) return (constant)

uint64_t constants_integer(const char *name) {
    IF_IS(FIRST); IF_IS(SECOND); IF_IS(TWIN); IF_IS(FAR); IF_IS(LEVEL_LOW); IF_IS(LEVEL_TWIN); IF_IS(LEVEL_HIGH);
    IF_IS(NEGATIVE); IF_IS(TOP); IF_IS(TOP_32); IF_IS(CAST); IF_IS(SIZE); IF_IS(OFFSET); IF_IS(OF_ENUM);
    IF_IS(NESTED); IF_IS(LETTER); IF_IS(WIDE_LETTER); IF_IS(LEAST); IF_IS(FIXED);
    IF_IS(OF_CHOSEN); IF_IS(OF_PASTED); IF_IS(OF_CONDITION);
    IF(NO_ADDRESS, (uint64_t) NO_ADDRESS); IF(NO_ADDRESS_EITHER, (uint64_t) NO_ADDRESS_EITHER);
    abort();
}

double constants_real(const char *name) {
    IF_IS(HEX_FLOAT); IF_IS(TENTH_FLOAT); IF_IS(HALF_LONG); IF_IS(TENTH_LONG); IF_IS(FIXED_REAL);
    abort();
}

_Bool constants_is_long_double(const char *name, const char *digits) {
    long double number = strtold(digits, NULL);
    IF(TENTH_LONG, number == TENTH_LONG); IF(BEYOND_DOUBLE, number == BEYOND_DOUBLE);
    IF(NEXT_TO_NOTHING, number == NEXT_TO_NOTHING); IF(HALF_LONG, number == HALF_LONG);
    abort();
}

uint64_t constants_half(const char *name, _Bool upper) {
    IF(BIG, (uint64_t) (BIG >> (upper ? 64 : 0))); IF(BIGGEST, (uint64_t) (BIGGEST >> (upper ? 64 : 0)));
    abort();
}

#define IF_TEXT(constant) \
    if (strcmp(name, #constant) == 0) return at < sizeof(constant) ? ((const unsigned char *) constant)[at] : -1

int constants_byte(const char *name, size_t at) {
    IF_TEXT(TEXT); IF_TEXT(WIDE); IF_TEXT(SIXTEEN); IF_TEXT(THIRTY_TWO); IF_TEXT(EIGHT); IF_TEXT(FIXED_TEXT);
    IF_TEXT(FIXED_TEXT_TOO);
    abort();
}
