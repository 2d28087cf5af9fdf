/**
 * What generated bindings need at run time.
 *
 * <p>
 * This module calls no restricted method of {@code java.lang.foreign} itself: it needs no native access, only the
 * module of the bindings does.
 */
module org.ffigen.runtime {
    requires static transitive org.jspecify;

    exports org.ffigen.runtime;
    exports org.ffigen.runtime.dynamic;
}
