/** The FFI type model: what the headers declare, as immutable values. It knows neither clang nor Java bindings. */
package org.ffigen.model;
