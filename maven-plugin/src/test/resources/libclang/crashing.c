/* A libclang that says it is one, and crashes as soon as it is used: CRASH is the signal. */
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

void *clang_createIndex(int exclude_declarations_from_pch, int display_diagnostics) {
    (void) exclude_declarations_from_pch;
    (void) display_diagnostics;
    fputs("Assertion failed: this libclang crashes\n", stderr);
    raise(CRASH);
    return 0;
}
