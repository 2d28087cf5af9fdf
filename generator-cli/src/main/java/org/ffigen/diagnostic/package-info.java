/** What goes wrong, as values with stable codes. */
package org.ffigen.diagnostic;
