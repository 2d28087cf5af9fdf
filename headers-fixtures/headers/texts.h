#ifndef TEXTS_H
#define TEXTS_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/* Texts and arrays: who owns them, how long they are, how they are written. texts.yaml says which is what. */

/** The sum of some bytes. */
uint32_t texts_sum(const uint8_t *data, size_t size);
/** The same of memory without a type, without a change of the thread's state. */
uint32_t texts_sum_critical(const void *data, size_t size);
/** Adds one to each byte, in place; the number of those that became 0. */
int texts_next(uint8_t *data, int size);
/** Writes each byte plus one elsewhere, or in place. */
void texts_shift(uint8_t *to, uint8_t *from, size_t size);
/** Adds bytes to others. */
void texts_add(const uint8_t *a, size_t a_size, uint8_t *sum, size_t size);
void texts_next_critical(uint8_t *data, size_t size);
/** A scalar product. */
double texts_product(const double *a, const double *b, size_t count);
/** Negates shorts, ints, longs and floats. */
void texts_negate(int16_t *shorts, int short_count, int32_t *ints, int int_count, int64_t *longs, int long_count,
        float *floats, int float_count);
/** The sum of the bytes of some texts, in Latin-1. */
int texts_latin_sum(const char *const *texts, int count);
/** The sum of the lengths, in integers that few arrays fit. */
int texts_narrow(const uint8_t *a, uint8_t a_count, const int16_t *b, int16_t b_count, const double *c, uint16_t c_count,
        const int32_t *d, signed char d_count);
/** The sums so far, of parameters that are declared as arrays. */
void texts_sums(int count, const int values[], int64_t sums[]);
/** Arrays by the names of types, of which this parameter may not change the elements. */
typedef char texts_name[16];
typedef uint8_t texts_key[16];
int texts_name_length(const texts_name name);
uint32_t texts_key_sum(const texts_key key, size_t size);
/** How often a letter is in a text, which is declared as an array. */
int texts_letters(const char text[], char letter);
/** Writes as many bytes as fit; the length of the buffer goes in, what was written comes out. 0 if all did. */
int texts_repeat(char letter, int times, char *buffer, size_t *length);

typedef struct texts_point { int x, y; } texts_point;
/** The point with the largest x; an empty one of none. */
texts_point texts_rightmost(const texts_point *points, int count);

/** A text from malloc, which the caller frees. NULL for NULL. */
char *texts_upper(const char *text);
/** One that texts_release frees. */
char *texts_join(const char *const *words, int count, const char *separator);
/** How many there are before NULL. */
int texts_count(char **words);
void texts_release(char *text);
/** How many texts of the two functions above are still to be freed. */
int texts_alive(void);
/** What is wrong with the text, from texts_join's heap; -1 then. */
int texts_check(const char *text, char **problem);

/** The number that the function gives, as a text that texts_release frees. */
char *texts_told(int (*tell)(void));
/** A text that texts_release frees, but it is of no use. */
char *texts_useless(void);
/** What follows a letter in bytes that do not end with a NUL. */
int texts_rest(const char *data, size_t size, char letter, const char **rest);
/** Where the left and the right begin. */
int texts_parts(const char *left, size_t left_size, const char *right, size_t right_size, const char **part,
        const char **counterpart);

/** Fills the buffer, and gives it. */
char *texts_paint(char *buffer, size_t size, char letter);
/** The same without a change of the thread's state. */
char *texts_paint_critical(char *buffer, size_t size, char letter);
/** A number in the buffer, which is also what it gives. */
const char *texts_spell_critical(char *buffer, size_t size, int number);
/** Where a byte is in the data, NULL if nowhere; and what follows it. */
const void *texts_find(const uint8_t *data, int size, uint8_t byte, uint8_t **after);
/** Where a letter is in the text. */
char *texts_search(const char *text, char letter);
/** What follows so many bytes of the text, as bytes and as anything. */
const uint8_t *texts_bytes(const char *text, int skip);
void *texts_memory(const char *text, int skip);
/** One of the texts that follow, from 0. */
char *texts_pick(int index, ...);
const char *texts_picked(int index, ...);

/** Keeps the text. */
void texts_keep(const char *text);
const char *texts_kept(void);

/** In ISO-8859-1: how many bytes the text has. */
int texts_latin_length(const char *text);
/** In ISO-8859-1: the text twice. */
const char *texts_latin_twice(const char *text);
/** In ISO-8859-1: the sum of the bytes of some texts. */
int texts_latin_total(int count, ...);
/** In windows-1252: the byte of a text of one character. */
int texts_windows_byte(const char *text);
/** In UTF-16: the number of units. */
int texts_wide_length(const char *text);
const char *texts_wide_twice(const char *text);
/** The same in types of their own. */
size_t texts_units16(const char16_t *text);
const char16_t *texts_twice16(const char16_t *text);
/** The text in UTF-16 that begins so many bytes on, here and at the place. */
const char16_t *texts_at16(const char *data, size_t size, size_t at, const char16_t **too);
size_t texts_units32(const wchar_t *text, const int32_t *more);
const wchar_t *texts_twice32(const wchar_t *text);
/** A copy from malloc, which the caller frees; its length; and the text itself where it is told to. */
wchar_t *texts_copy32(const wchar_t *text);
size_t texts_same32(const wchar_t *text, const wchar_t **same);
/** How many units one has in UTF-16, and a hundred times the bytes of the other. */
int texts_mixed(const char16_t *wide, const char *narrow);

/** How many units the texts have, of which so many follow the first. */
size_t texts_units_more(const char16_t *first, int count, ...);
/** How many bytes the text has that follows the last of two. */
size_t texts_bytes_more(const char16_t *wide, const char *narrow, ...);
/** How many units some texts have; how many there are before NULL. */
size_t texts_units_all(const char16_t *const *texts, int count);
int texts_count32(const wchar_t **texts);

/** Bytes that are letters, as some libraries have them. */
typedef unsigned char texts_letter;
/** What frees letters; the program may replace it. */
extern void (*texts_letters_release)(void *letters);
texts_letter *texts_letters_upper(const texts_letter *letters);
const texts_letter *texts_letters_last(const texts_letter *const *all, int count);
/** One that is new, or -1 if there is nothing to say of it. */
int texts_letters_about(const texts_letter *letters, texts_letter **about);
struct texts_lettered { texts_letter name[8]; const texts_letter *title; };

/** The bytes that digits stand for, each two of them, and how many there are; NULL and -1 for an odd number. */
uint8_t *texts_decoded(const char *digits, int *size);
/** The same, at a place; fails for an odd number. */
int texts_decode(const char *digits, void **bytes, uint32_t *size);
/** The same, and how many there are; fails for an odd number, when all but the last are the caller's. */
int texts_decode_counted(const char *digits, unsigned char **bytes);
/** The sum, of what must be there. */
int texts_sum_known(const uint8_t *data, size_t size, const char *const *words) __attribute__((nonnull));
/** How many odd numbers it has, and where. */
uint32_t texts_odds(const short **odds);
/** The text twice; both and so many bytes are the caller's. */
int texts_pair(const char *text, int bytes, uint8_t **first, int *size, char **second);
/** Some primes, which stay the library's; and a hint at the first, and how many there are. */
const int *texts_primes(size_t *count);
int texts_primes_at(const short **primes, long *count, int *first);
/** Two hundred squares, and how many of them less than zero there are. */
const uint16_t *texts_squares(uint8_t *count);
const uint16_t *texts_no_squares(signed char *count);
/** Zeros, up to 40,000, where there is room for more; at most 255 of the other kind. */
int texts_zeros(int16_t *to, uint16_t *size, uint8_t *more, uint8_t *more_size);

/** Calls back for each byte. */
int texts_each(const uint8_t *data, size_t size, int (*each)(uint8_t byte, void *user), void *user);

#endif
