/** The C that ffigen writes to reach what no library exports: which functions need a shim, and its text. */
package org.ffigen.shim;
