/**
 * libclang in its own words: small immutable views on what it has parsed, for one thread. They live as long as the
 * {@link org.ffigen.clang.ClangIndex} they come from; used later, they fail.
 */
package org.ffigen.clang;
