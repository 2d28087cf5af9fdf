/**
 * From headers to the model, by way of clang: the only package that knows both. Two parses: one for what is declared,
 * one for the values of macros.
 */
package org.ffigen.parse;
