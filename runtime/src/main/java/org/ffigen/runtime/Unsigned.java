package org.ffigen.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The C type is unsigned and as wide as the Java type: values above the Java maximum show as negative numbers. Use
 * {@link Integer#toUnsignedLong}, {@link Integer#compareUnsigned}, {@link Long#toUnsignedString} and their like.
 * Immutable, like every annotation.
 */
@Documented
@Retention(RetentionPolicy.SOURCE) // A class file would hold it for each field, method, parameter and component.
@Target(ElementType.TYPE_USE)
public @interface Unsigned {
}
