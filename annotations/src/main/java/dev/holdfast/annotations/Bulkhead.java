package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the number of concurrent attempts, so that one slow server does not occupy every thread and connection.
 *
 * <p>Each attempt takes a place and returns it when it ends, with any outcome. If no place is free, an attempt waits for up to
 * {@link #maxWait}, in the order of arrival, and is then rejected with {@code BulkheadFullException}. Asynchronous calls wait without a
 * thread. A call holds no place between attempts, and waiting for a place does not make a call slow.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones, with one bulkhead for the interface. On a method, it
 * replaces the bulkhead of the type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Bulkhead {

    /**
     * Name of a bulkhead shared in a {@code Holdfast} context. An empty name, the default, creates an unshared bulkhead for the
     * annotated type or method.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * Maximum number of concurrent attempts, at least 1.
     *
     * @return the number, 10 by default
     */
    int maxConcurrent() default 10;

    /**
     * Longest wait of an attempt for a place; {@link Backoff#deadline} may shorten it.
     *
     * @return the duration, zero by default: attempts never wait
     */
    String maxWait() default "0s";
}
