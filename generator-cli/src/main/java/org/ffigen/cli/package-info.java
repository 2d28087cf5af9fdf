/** The command {@code ffigen}: arguments in, one {@link org.ffigen.GenerationRequest}, a report and a status out. */
package org.ffigen.cli;
