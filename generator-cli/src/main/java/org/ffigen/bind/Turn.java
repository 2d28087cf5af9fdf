package org.ffigen.bind;

/** When a name is given: what the user says first, then what was there, so that what is new gives way. */
enum Turn {
    RENAMED, KEPT, NEW
}
