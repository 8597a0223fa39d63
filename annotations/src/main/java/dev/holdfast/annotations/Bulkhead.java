package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the number of concurrent calls, so that one slow server does not keep all threads and connections busy.
 *
 * <p>Each attempt takes a place and gives it back at its end. Without a free place, it waits for up to
 * {@link #maxWait}, in order of arrival, or is rejected with {@code BulkheadFullException}; asynchronous calls wait
 * without a thread. Waits between attempts take no place, and a wait for a place does not make a call slow.
 *
 * <p>On a type it applies to every abstract method, including inherited ones, as one bulkhead for the interface. On a
 * method it replaces the type's.
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
     * Maximum number of concurrent attempts, at least 1.
     *
     * @return the number, 10 by default
     */
    int maxConcurrent() default 10;

    /**
     * Longest wait of an attempt for a place, also limited by {@link Backoff#deadline}.
     *
     * @return the duration, zero by default: never waits
     */
    String maxWait() default "0s";
}
