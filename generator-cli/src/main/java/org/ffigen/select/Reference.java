package org.ffigen.select;

import org.ffigen.model.DeclId;

/**
 * A declaration that another needs.
 *
 * @param complete whether its size matters, as it does not behind a pointer
 */
record Reference(DeclId id, boolean complete) {}
