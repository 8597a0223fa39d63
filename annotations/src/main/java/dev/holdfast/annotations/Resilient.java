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
     * Simple name of the generated class. An asterisk stands for the name of the interface, or of the type in {@link #of}; a nested
     * {@code Outer.Inner} becomes {@code Outer_Inner}. The class is in the package of the annotated interface.
     *
     * @return the name, {@code "Resilient*"} by default
     */
    String className() default "Resilient*";

    /**
     * Interface of a library to protect in place of the annotated one, which then only carries the policies: it is never
     * implemented. The generated class implements the library's interface, and forwards each of its methods, default methods
     * included, to the delegate. A method of the annotated interface sets the policies of the library's method with the same name
     * and parameters.
     *
     * @return the interface, {@code void} by default: the annotated interface itself
     */
    Class<?> of() default void.class;
}
