/** A binding as the generator makes it, written by hand: also compiled on its own, as a named module. */
@NullMarked
package sample;

import org.jspecify.annotations.NullMarked;
