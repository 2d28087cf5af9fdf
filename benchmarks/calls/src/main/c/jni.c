#include <jni.h>

#include "calls.h"

JNIEXPORT jint JNICALL Java_org_ffigen_benchmarks_CallsBenchmark_jniAdd(JNIEnv *env, jclass type, jint a, jint b) {
    return calls_add(a, b);
}

JNIEXPORT jlong JNICALL Java_org_ffigen_benchmarks_CallsBenchmark_jniLength(JNIEnv *env, jclass type, jstring text) {
    const char *chars = (*env)->GetStringUTFChars(env, text, NULL);
    jlong length = (jlong) calls_length(chars);
    (*env)->ReleaseStringUTFChars(env, text, chars);
    return length;
}
