/* Names that are fine in C and mean something else in Java, or in generated code. */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

/** Named like what every struct of ours has. */
struct Ptr {
    int get;
    int set;
    int segment;
    int LAYOUT;
};

/** Its name is one we give to arrays. */
struct Array {
    struct Ptr at;
    long length;
};

/** Named like classes that generated code imports or that are always there. */
struct MemorySegment {
    int address;
};
struct Scratch {
    int open;
};
struct String {
    const char *value;
    int hashCode;
};
struct Object {
    int wait;
    int notify;
    int toString;
    int getClass;
    int equals;
};

/** Two names that differ in one letter's case, or in underscores: one file name where case does not count. */
struct two_words {
    int a;
};
struct TwoWords {
    int b;
};
struct two_Words_ {
    int c;
};

/** Java keywords as members. */
struct keywords {
    int class;
    int new;
    int this;
    int true;
    int null;
    int record;
    int yield;
    int _;
};

/** A tag, an ordinary name and a function of one spelling. */
struct same {
    int same;
};
typedef int samely;
int same(struct same same);

enum switch_case { case_default, throws, NULLED, Known, Unknown, of, value };

typedef int (*function)(int function, void *arena, int result, int pointer);

/** Parameters named like locals of generated methods. */
int names_locals(int result, int thrown, int scratch, int allocator, int LIBRARY, int ex, int it_);
struct Ptr names_by_value(struct Ptr allocator, struct Array scratch, struct String result);
const char *names_text(const char *class, const char *final, function result);
int names_unnamed(int, int, const char *);
void names_object(struct Object *Object, struct keywords *this);

/** Methods of Object. */
int wait(int notify);
int hashCode(void);
const char *toString(void);
void finalize(void);
int getClass(int a, int b);

/** Two functions that differ in underscores only. */
int one_name(int a);
int oneName(int a);
int one_name_raw(const char *text);
int one_nameRaw(const char *text);

#define class 1
#define interface "a \"text\" with \\ and \
a line end, \t, \x7f, é and a quote'"
#undef class
#define names_text_size 3
#define int8 ((signed char)-1)
#define byte 'b'

extern int package;
extern struct Ptr import;

#endif
