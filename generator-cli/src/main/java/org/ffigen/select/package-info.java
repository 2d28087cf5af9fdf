/** What of the model is bound. */
package org.ffigen.select;
