package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Options of the generated class. Requires at least one policy annotation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Resilient {

    /**
     * Simple name of the generated class. An asterisk stands for the name of the interface; a nested {@code Outer.Inner} becomes
     * {@code Outer_Inner}. The class is in the package of the interface.
     *
     * @return the name, {@code "Resilient*"} by default
     */
    String className() default "Resilient*";

    /**
     * Whether the generated class has a nested class {@code Keys} with the prefixes of its override keys, for code that sets
     * overrides.
     *
     * @return {@code false} by default
     */
    boolean keys() default false;
}
