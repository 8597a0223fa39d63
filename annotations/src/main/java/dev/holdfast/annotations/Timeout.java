package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the time of each attempt. One that takes longer is a failure, {@code CallTimeoutException}: counted by
 * {@link CircuitBreaker} and retried by {@link Backoff} like any other exception.
 *
 * <p>The calling thread is interrupted, so the delegate must do something that an interrupt ends. What goes on all the same cannot be
 * cut, and its result, when it comes at last, is dropped. Of a method that returns a {@code CompletionStage} the stage is
 * cancelled, nobody waits for it any more, and what it brings later is dropped.
 *
 * <p>A {@link Backoff#deadline} cuts attempts too where there is a time limit: no attempt gets more than what is left.
 *
 * <p>On a type it holds for every abstract method, inherited ones included. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timeout {

    /**
     * How long the first attempt may take.
     *
     * @return the duration, more than zero
     */
    String value();

    /**
     * How much longer each further attempt may take than the one before it: with {@code "5s"} on top of {@code "10s"} they get
     * 10, 15 and 20 seconds.
     *
     * @return the duration, zero by default
     */
    String increment() default "0s";
}
