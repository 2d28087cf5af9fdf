/** The generator: {@link org.ffigen.Generator} is the whole path from headers to files, on one screen. */
package org.ffigen;
