/**
 * What C types are for a call on one target: machine scalars, and records with the places of their members. The
 * manifest's {@code symbols} and the Java back end both read types through it, so they cannot disagree.
 */
package org.ffigen.lower;
