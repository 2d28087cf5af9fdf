package org.ffigen.runtime.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name in C of a method that Java calls otherwise. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CName {
    /**
     * The function's name.
     *
     * @return the symbol, or the key in the symbol table
     */
    String value();
}
