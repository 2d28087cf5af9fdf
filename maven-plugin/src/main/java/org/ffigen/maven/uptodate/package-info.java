/** Decides, without starting a JVM, whether the bindings of an earlier run are still right. */
package org.ffigen.maven.uptodate;
