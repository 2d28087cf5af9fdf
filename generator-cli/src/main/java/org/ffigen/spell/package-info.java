/** How C writes the types of the model. */
package org.ffigen.spell;
