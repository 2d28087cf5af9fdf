#include "texts.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static int alive;

static char *owned(size_t size) {
    alive++;
    return malloc(size);
}

uint32_t texts_sum(const uint8_t *data, size_t size) {
    uint32_t sum = 0;
    for (size_t i = 0; i < size; i++) {
        sum += data[i];
    }
    return data == NULL ? 1000000 + (uint32_t)size : sum;
}

int texts_name_length(const texts_name name) { return (int)strlen(name); }

uint32_t texts_key_sum(const texts_key key, size_t size) { return texts_sum(key, size); }

uint32_t texts_sum_critical(const void *data, size_t size) { return texts_sum(data, size); }

int texts_next(uint8_t *data, int size) {
    int zeros = 0;
    for (int i = 0; i < size; i++) {
        zeros += ++data[i] == 0;
    }
    return zeros;
}

void texts_next_critical(uint8_t *data, size_t size) { texts_next(data, (int)size); }

double texts_product(const double *a, const double *b, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

void texts_sums(int count, const int values[], int64_t sums[]) {
    int64_t sum = 0;
    for (int i = 0; i < count; i++) {
        sums[i] = sum += values[i];
    }
}

int texts_letters(const char text[], char letter) {
    int letters = 0;
    for (; *text != 0; text++) {
        letters += *text == letter;
    }
    return letters;
}

void texts_negate(int16_t *shorts, int short_count, int32_t *ints, int int_count, int64_t *longs, int long_count,
        float *floats, int float_count) {
    for (int i = 0; i < short_count; i++) {
        shorts[i] = (int16_t)-shorts[i];
    }
    for (int i = 0; i < int_count; i++) {
        ints[i] = -ints[i];
    }
    for (int i = 0; i < long_count; i++) {
        longs[i] = -longs[i];
    }
    for (int i = 0; i < float_count; i++) {
        floats[i] = -floats[i];
    }
}

int texts_repeat(char letter, int times, char *buffer, size_t *length) {
    size_t written = 0;
    while (written < *length && (int)written < times) {
        buffer[written++] = letter;
    }
    *length = written;
    errno = ENOSPC;
    return (int)written == times ? 0 : -1;
}

texts_point texts_rightmost(const texts_point *points, int count) {
    texts_point rightmost = {0, 0};
    for (int i = 0; i < count; i++) {
        if (i == 0 || points[i].x > rightmost.x) {
            rightmost = points[i];
        }
    }
    return rightmost;
}

char *texts_upper(const char *text) {
    if (text == NULL) {
        return NULL;
    }
    char *upper = malloc(strlen(text) + 1);
    for (size_t i = 0; i <= strlen(text); i++) {
        upper[i] = (char)toupper((unsigned char)text[i]);
    }
    return upper;
}

static void release_letters(void *letters) { texts_release((char *) letters); }
void (*texts_letters_release)(void *letters) = release_letters;

texts_letter *texts_letters_upper(const texts_letter *letters) {
    texts_letter *upper = (texts_letter *) owned(strlen((const char *) letters) + 1);
    size_t i = 0;
    do {
        upper[i] = (texts_letter) toupper(letters[i]);
    } while (letters[i++] != 0);
    return upper;
}

const texts_letter *texts_letters_last(const texts_letter *const *all, int count) {
    return count == 0 ? NULL : all[count - 1];
}

int texts_letters_about(const texts_letter *letters, texts_letter **about) {
    if (letters == NULL) {
        errno = EINVAL;
        return -1;
    }
    *about = texts_letters_upper(letters);
    return 0;
}

uint8_t *texts_decoded(const char *digits, int *size) {
    size_t length = strlen(digits);
    if (length % 2 != 0) {
        *size = -1;
        return NULL;
    }
    *size = (int) (length / 2);
    uint8_t *bytes = (uint8_t *) owned(length / 2 + 1);
    for (size_t i = 0; i < length / 2; i++) {
        sscanf(digits + 2 * i, "%2hhx", &bytes[i]);
    }
    return bytes;
}

int texts_decode(const char *digits, void **bytes, uint32_t *size) {
    int count;
    *bytes = texts_decoded(digits, &count);
    *size = (uint32_t) count;
    if (*bytes == NULL) {
        errno = EINVAL;
        return -1;
    }
    return 0;
}

int texts_decode_counted(const char *digits, unsigned char **bytes) {
    size_t length = strlen(digits);
    char even[64];
    snprintf(even, sizeof even, "%.*s", (int)(length - length % 2), digits);
    int count;
    *bytes = texts_decoded(even, &count);
    if (length % 2 != 0) {
        errno = EINVAL;
        return -1;
    }
    return count;
}

int texts_sum_known(const uint8_t *data, size_t size, const char *const *words) {
    int sum = 0;
    for (size_t i = 0; i < size; i++) {
        sum += data[i];
    }
    return sum + (words[0] != NULL);
}

uint32_t texts_odds(const short **odds) {
    static const short three[] = {1, 3, 5};
    *odds = three;
    return 3;
}

int texts_pair(const char *text, int bytes, uint8_t **first, int *size, char **second) {
    *first = (uint8_t *) strcpy((char *) owned(strlen(text) + 1), text);
    *size = bytes;
    *second = strcpy((char *) owned(strlen(text) + 1), text);
    return 0;
}

const int *texts_primes(size_t *count) {
    static const int primes[] = {2, 3, 5, 7};
    *count = 4;
    return primes;
}

int texts_primes_at(const short **primes, long *count, int *first) {
    static const short some[] = {11, 13};
    *primes = some;
    *count = 2;
    *first = some[0];
    return 3;
}

const uint16_t *texts_squares(uint8_t *count) {
    static uint16_t squares[200];
    for (int i = 0; i < 200; i++) {
        squares[i] = (uint16_t) (i * i);
    }
    *count = 200;
    return squares;
}

const uint16_t *texts_no_squares(signed char *count) {
    *count = -1;
    static const uint16_t none[1];
    return none;
}

int texts_zeros(int16_t *to, uint16_t *size, uint8_t *more, uint8_t *more_size) {
    int room = *size + *more_size;
    *size = *size > 40000 ? 40000 : *size;
    memset(to, 0, *size * sizeof *to);
    memset(more, 0, *more_size);
    return room;
}

char *texts_join(const char *const *words, int count, const char *separator) {
    size_t size = 1;
    for (int i = 0; i < count; i++) {
        size += strlen(words[i]) + strlen(separator);
    }
    char *joined = owned(size);
    joined[0] = 0;
    for (int i = 0; i < count; i++) {
        strcat(strcat(joined, i == 0 ? "" : separator), words[i]);
    }
    return joined;
}

int texts_count(char **words) {
    int count = 0;
    while (words != NULL && words[count] != NULL) {
        count++;
    }
    return count;
}

void texts_release(char *text) {
    if (text != NULL) {
        alive--;
        free(text);
    }
}

int texts_alive(void) { return alive; }

char *texts_told(int (*tell)(void)) {
    char *text = owned(16);
    snprintf(text, 16, "%d", tell());
    return text;
}

char *texts_useless(void) { return strcpy(owned(16), "useless"); }

int texts_rest(const char *data, size_t size, char letter, const char **rest) {
    const char *found = size == 0 ? NULL : memchr(data, letter, size);
    *rest = found == NULL ? NULL : found + 1;
    return found == NULL ? -1 : (int)(found - data);
}

const char16_t *texts_at16(const char *data, size_t size, size_t at, const char16_t **too) {
    *too = at < size ? (const char16_t *)(const void *)(data + at) : 0;
    return *too;
}

int texts_parts(const char *left, size_t left_size, const char *right, size_t right_size, const char **part,
        const char **counterpart) {
    *part = left;
    *counterpart = right;
    return (int)(left_size + right_size);
}

int texts_check(const char *text, char **problem) {
    *problem = NULL;
    if (text[0] != 0) {
        return 0;
    }
    *problem = strcpy(owned(32), "there is nothing in it");
    return -1;
}

char *texts_paint(char *buffer, size_t size, char letter) { return size == 0 ? buffer : memset(buffer, letter, size); }

char *texts_paint_critical(char *buffer, size_t size, char letter) { return texts_paint(buffer, size, letter); }

const char *texts_spell_critical(char *buffer, size_t size, int number) {
    snprintf(buffer, size, "%d", number);
    return buffer;
}

const void *texts_find(const uint8_t *data, int size, uint8_t byte, uint8_t **after) {
    const uint8_t *found = size == 0 ? NULL : memchr(data, byte, (size_t)size);
    *after = found == NULL ? NULL : (uint8_t *)found + 1;
    return found;
}

char *texts_search(const char *text, char letter) { return strchr(text, letter); }

const uint8_t *texts_bytes(const char *text, int skip) { return (const uint8_t *)text + skip; }

void *texts_memory(const char *text, int skip) { return (char *)text + skip; }

static char *picked(int index, va_list texts) {
    char *text = NULL;
    for (int i = 0; i <= index; i++) {
        text = va_arg(texts, char *);
    }
    return text;
}

char *texts_pick(int index, ...) {
    va_list texts;
    va_start(texts, index);
    char *text = picked(index, texts);
    va_end(texts);
    return text;
}

const char *texts_picked(int index, ...) {
    va_list texts;
    va_start(texts, index);
    char *text = picked(index, texts);
    va_end(texts);
    return text;
}

static const char *kept;

void texts_keep(const char *text) { kept = text; }

const char *texts_kept(void) { return kept; }

int texts_latin_length(const char *text) { return (int)strlen(text); }

const char *texts_latin_twice(const char *text) {
    static char twice[100];
    return strcat(strcpy(twice, text), text);
}

int texts_windows_byte(const char *text) { return text[1] == 0 ? (unsigned char)text[0] : -1; }

int texts_wide_length(const char *text) {
    const uint16_t *units = (const uint16_t *)text;
    int length = 0;
    while (units[length] != 0) {
        length++;
    }
    return length;
}

const char *texts_wide_twice(const char *text) {
    static uint16_t twice[100];
    size_t size = 2 * (size_t)texts_wide_length(text);
    memcpy(twice, text, size);
    memcpy((char *)twice + size, text, size + 2);
    return (const char *)twice;
}

size_t texts_units16(const char16_t *text) {
    size_t length = 0;
    while (text[length] != 0) {
        length++;
    }
    return length;
}

const char16_t *texts_twice16(const char16_t *text) {
    return text == NULL ? NULL : (const char16_t *)texts_wide_twice((const char *)text);
}

size_t texts_units32(const wchar_t *text, const int32_t *more) {
    return wcslen(text) + (more == NULL ? 0 : wcslen((const wchar_t *)more));
}

wchar_t *texts_copy32(const wchar_t *text) {
    return text == NULL ? NULL : wcscpy(malloc((wcslen(text) + 1) * sizeof(wchar_t)), text);
}

size_t texts_same32(const wchar_t *text, const wchar_t **same) {
    *same = text;
    return wcslen(text);
}

int texts_mixed(const char16_t *wide, const char *narrow) {
    return (int)texts_units16(wide) + 100 * (int)strlen(narrow);
}

size_t texts_units_more(const char16_t *first, int count, ...) {
    va_list texts;
    va_start(texts, count);
    size_t units = texts_units16(first);
    for (int i = 0; i < count; i++) {
        units += texts_units16(va_arg(texts, const char16_t *));
    }
    va_end(texts);
    return units;
}

size_t texts_bytes_more(const char16_t *wide, const char *narrow, ...) {
    va_list texts;
    va_start(texts, narrow);
    size_t bytes = strlen(va_arg(texts, const char *));
    va_end(texts);
    return wide == NULL ? 0 : bytes;
}

size_t texts_units_all(const char16_t *const *texts, int count) {
    size_t units = 0;
    for (int i = 0; i < count; i++) {
        units += texts[i] == NULL ? 100 : texts_units16(texts[i]);
    }
    return units;
}

int texts_count32(const wchar_t **texts) {
    int count = 0;
    while (texts[count] != NULL) {
        count++;
    }
    return count;
}

const wchar_t *texts_twice32(const wchar_t *text) {
    static wchar_t twice[100];
    return wcscat(wcscpy(twice, text), text);
}

int texts_each(const uint8_t *data, size_t size, int (*each)(uint8_t byte, void *user), void *user) {
    int sum = 0;
    for (size_t i = 0; i < size; i++) {
        sum += each(data[i], user);
    }
    return user == NULL ? sum : -1;
}

int texts_narrow(const uint8_t *a, uint8_t a_count, const int16_t *b, int16_t b_count, const double *c, uint16_t c_count,
        const int32_t *d, signed char d_count) {
    (void) a, (void) b, (void) c, (void) d;
    return a_count + b_count + c_count + d_count;
}

int texts_latin_total(int count, ...) {
    va_list texts;
    va_start(texts, count);
    int sum = 0;
    for (int i = 0; i < count; i++) {
        for (const unsigned char *c = va_arg(texts, const unsigned char *); *c; c++) {
            sum += *c;
        }
    }
    va_end(texts);
    return sum;
}

int texts_latin_sum(const char *const *texts, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
        for (const unsigned char *c = (const unsigned char *) texts[i]; *c; c++) {
            sum += *c;
        }
    }
    return sum;
}

void texts_shift(uint8_t *to, uint8_t *from, size_t size) {
    for (size_t i = 0; i < size; i++) {
        to[i] = (uint8_t)(from[i] + 1);
    }
}

void texts_add(const uint8_t *a, size_t a_size, uint8_t *sum, size_t size) {
    for (size_t i = 0; i < size && i < a_size; i++) {
        sum[i] = (uint8_t)(sum[i] + a[i]);
    }
}
