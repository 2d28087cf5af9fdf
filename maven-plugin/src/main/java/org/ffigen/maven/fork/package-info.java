/** Runs the generator in a process of its own, so that a crash of libclang cannot take Maven along. */
package org.ffigen.maven.fork;
