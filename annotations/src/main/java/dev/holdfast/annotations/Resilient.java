package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Options of the generated class. Has an effect only with at least one policy annotation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Resilient {

    /**
     * Simple name of the generated class; an asterisk stands for the interface's name, where a nested {@code Outer.Inner} is
     * {@code Outer_Inner}. The class is in the interface's package.
     *
     * @return the name, {@code "Resilient*"} by default
     */
    String className() default "Resilient*";
}
