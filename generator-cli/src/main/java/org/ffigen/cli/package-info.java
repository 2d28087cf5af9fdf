/** The command {@code ffigen}: arguments in, one {@link org.ffigen.GenerationRequest}, text or JSON and a status out. */
package org.ffigen.cli;
