package org.ffigen.java;

/** One generated top-level type. Its template is {@code <simple name of the record>.ftl}. */
public sealed interface JavaFile
        permits LibraryClass, InstanceClass, RecordClass, OpaqueClass, EnumInterface, EnumConstants,
        CallbackInterface {

    /** The simple name of the type. */
    String name();
}
