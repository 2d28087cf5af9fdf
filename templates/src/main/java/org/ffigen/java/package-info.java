/**
 * The Java back end. Each kind of generated file is a record that holds everything decided beforehand (names, types,
 * expressions, escaped comments); the template of the same name lays it out and decides nothing.
 */
package org.ffigen.java;
