/* A libclang that says it is one and crashes as soon as it is used. SIGNAL is how; functions.inc lists its functions. */
#include <signal.h>
#include <stdio.h>

typedef struct {
    const void *data;
    unsigned private_flags;
} CXString;

CXString clang_getClangVersion(void) {
    CXString version = {"clang version 19.1.7", 0};
    return version;
}

const char *clang_getCString(CXString string) {
    return string.data;
}

void clang_disposeString(CXString string) {
    (void) string;
}

static void crash(void) {
    fputs("Assertion failed: this libclang crashes\n", stderr);
    raise(SIGNAL);
}

#define CRASHING(name) void name(void) { crash(); }
#include "functions.inc"
