package org.ffigen.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class that calls native code: a header's class or a callback interface. {@link Upcalls} recognises
 * by it the Java calls that an exception of a callback can come out of. Immutable, like every annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NativeBinding {
    /**
     * The header the class was generated from.
     *
     * @return the header's name as given to the generator, such as {@code point.h}; empty of what is not a header's
     *         class
     */
    String header() default "";
}
