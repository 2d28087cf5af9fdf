/** From the model to the Java back end's records: every name, type and expression is decided here. */
package org.ffigen.bind;
