package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only so many calls through at once, so that one slow server does not keep every thread and connection busy.
 *
 * <p>Each attempt takes a place and gives it back when it ends, in whichever way. An attempt that finds no place free waits for up
 * to {@link #maxWait}, in the order of arrival, or is rejected with {@code BulkheadFullException}; asynchronous calls wait without a
 * thread. Waits between attempts take no place, and waiting for one does not make a call slow.
 *
 * <p>On a type it holds for every abstract method, inherited ones included, as one bulkhead for the interface. On a method it
 * replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Bulkhead {

    /**
     * Name under which the bulkhead is shared in a {@code Holdfast} context. Empty, the default: one bulkhead for the annotated
     * type or method, not shared.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * How many attempts may be under way at once, at least 1.
     *
     * @return the number, 10 by default
     */
    int maxConcurrent() default 10;

    /**
     * Longest wait of an attempt for its place; {@link Backoff#deadline} may cut it short.
     *
     * @return the duration, zero by default: never waits
     */
    String maxWait() default "0s";
}
