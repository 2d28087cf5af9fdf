/** Digests of what a run reads and writes, which tell later whether anything has changed. */
package org.ffigen.digest;
