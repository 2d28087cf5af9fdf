/** The Maven plugin: turns its parameters into one run of the generator, in a JVM of its own. */
package org.ffigen.maven;
