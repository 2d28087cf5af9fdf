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
int names_switch(enum switch_case of);
/** No type in Java: nothing is of it. */
enum numbers { Numbers = 1, JAVA_INT, NullMarked, LIBRARY = 4, numbers, Object };

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

/** Its place has a name that another struct has, too. */
struct Point {
    int x;
};
struct Point_Ptr {
    struct Point *get;
    int segment;
};
int names_point_of(struct Point_Ptr ex, struct Point *Ptr);

/** A function and a struct whose callbacks stand at places of one name. */
struct names_clash {
    int (*bar)(int number);
};
long names_clash(const struct names_clash *clash, long (*bar)(long number, long more));

/** A struct and a constant of one name: the earlier one has it. */
struct NamesLimit {
    int limit;
};
#define NamesLimit 5

/// Text that ends comments: */ and begins them: /* /** {@link nosuch} @param nosuch nothing
/// @return nothing either, \u0041 \uZZZZ \u002a/ <b>bold & <nosuch> {@code unclosed
int names_comment(int text);

extern int package;
extern struct Ptr import;

#endif
