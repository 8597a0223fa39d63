package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the time of each attempt. A longer attempt fails with {@code CallTimeoutException}. {@link CircuitBreaker} counts and
 * {@link Backoff} retries it like any other exception.
 *
 * <p>Holdfast interrupts the calling thread, so the delegate must react to interrupts. An attempt that ignores them cannot be cut: the
 * caller waits until it returns, and its result is discarded. If a method returns a {@code CompletionStage}, Holdfast cancels the stage,
 * continues without it, and discards a late result.
 *
 * <p>If a method returns a stream, {@link #value} limits the time to its first item, and {@link #betweenItems} the time between items.
 *
 * <p>With a time limit, {@link Backoff#deadline} cuts attempts too: each attempt gets at most the remaining time.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones. On a method, it replaces the policy of the type.
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
     * Additional time for each further attempt: with a limit of {@code "10s"} and an increment of {@code "5s"}, attempts get 10, 15
     * and 20 seconds.
     *
     * @return the duration, zero by default
     */
    String increment() default "0s";

    /**
     * Time limit between two items of a stream, such as a {@code Flux}, from the first item on. A stream that brings nothing for
     * longer, though an item is requested, fails with {@code CallTimeoutException}.
     *
     * @return the duration, more than zero; empty, the default, for no limit
     */
    String betweenItems() default "";
}
