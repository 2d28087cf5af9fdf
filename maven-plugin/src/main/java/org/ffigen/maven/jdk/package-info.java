/** Finds the JDK that runs the generator, which needs a newer one than Maven does. Starts no JVM to find out. */
package org.ffigen.maven.jdk;
