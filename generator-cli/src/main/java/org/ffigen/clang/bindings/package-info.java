/** The functions of libclang as C declares them. Nothing but {@code org.ffigen.clang} uses them. */
package org.ffigen.clang.bindings;
