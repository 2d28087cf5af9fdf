/** Writes what was rendered: only what changed, each file as a whole or not at all, and never over someone else's. */
package org.ffigen.write;
