/**
 * The policies, and what generated clients call to apply them.
 *
 * <p>Start at {@link dev.holdfast.runtime.Resilience} for code with no interface to annotate, at
 * {@link dev.holdfast.runtime.CircuitBreaker}, {@link dev.holdfast.runtime.ExponentialBackoff} and
 * {@link dev.holdfast.runtime.RateLimiter} for the policies themselves, and at {@link dev.holdfast.runtime.Holdfast} for
 * what they share: clock, waits, random numbers, listener and named instances. All of them are thread-safe.
 */
@NullMarked
package dev.holdfast.runtime;

import org.jspecify.annotations.NullMarked;
