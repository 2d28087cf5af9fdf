#include "names.h"

#include <string.h>

int package = 7;
struct Ptr import = {1, 2, 3, 4};

int same(struct same same) {
    return same.same + 1;
}

int names_locals(int result, int thrown, int scratch, int allocator, int LIBRARY, int ex, int it_) {
    return result + 10 * thrown + 100 * scratch + 1000 * allocator + 10000 * LIBRARY + 100000 * ex + 1000000 * it_;
}

struct Ptr names_by_value(struct Ptr allocator, struct Array scratch, struct String result) {
    struct Ptr sum = {allocator.get + scratch.at.get, allocator.set + (int)scratch.length,
                      allocator.segment + (int)strlen(result.value), allocator.LAYOUT + result.hashCode};
    return sum;
}

const char *names_text(const char *class, const char *final, function result) {
    return result(1, NULL, 2, 3) == 6 ? class : final;
}

int names_unnamed(int a, int b, const char *text) {
    return a - b + (int)strlen(text);
}

void names_object(struct Object *Object, struct keywords *this) {
    Object->wait = this->class;
}

int wait(int notify) {
    return notify + 1;
}

int hashCode(void) {
    return 42;
}

const char *toString(void) {
    return "toString of C";
}

void finalize(void) {
}

int getClass(int a, int b) {
    return a * b;
}

int names_point_of(struct Point_Ptr ex, struct Point *Ptr) {
    return ex.get->x + ex.segment + Ptr->x;
}

long names_clash(const struct names_clash *clash, long (*bar)(long number, long more)) {
    return bar(clash->bar(1), 10);
}

int names_comment(int text) {
    return text;
}

int one_name(int a) {
    return a + 1;
}

int oneName(int a) {
    return a + 2;
}

int one_name_raw(const char *text) {
    return (int)strlen(text) + 3;
}

int one_nameRaw(const char *text) {
    return (int)strlen(text) + 4;
}

int names_switch(enum switch_case of) { return (int) of * 10; }
