package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the time of each attempt. A longer attempt is a failure, {@code CallTimeoutException}: counted by
 * {@link CircuitBreaker} and retried by {@link Backoff} like any other exception.
 *
 * <p>The calling thread is interrupted, so the delegate must react to interrupts. An attempt that ignores the interrupt
 * goes on, and its late result is dropped. For a method that returns a {@code CompletionStage} the stage is cancelled,
 * and its late result is dropped.
 *
 * <p>With a {@link Backoff#deadline}, no attempt gets more than the time that is left.
 *
 * <p>On a type it applies to every abstract method, including inherited ones. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timeout {

    /**
     * Time limit of the first attempt.
     *
     * @return the duration, more than zero
     */
    String value();

    /**
     * Time added to the limit for each further attempt: with {@code "5s"} and a limit of {@code "10s"}, attempts get
     * 10, 15 and 20 seconds.
     *
     * @return the duration, zero by default
     */
    String increment() default "0s";
}
