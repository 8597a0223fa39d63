/**
 * Policies for calls to remote services.
 *
 * <p>Start at {@link dev.holdfast.runtime.Resilience} for code with no interface to annotate, at {@link
 * dev.holdfast.runtime.CircuitBreaker}, {@link dev.holdfast.runtime.ExponentialBackoff} and {@link
 * dev.holdfast.runtime.RateLimiter} for the policies themselves, and at {@link dev.holdfast.runtime.Holdfast} for the
 * context that they share: clock, waits, random numbers, listener and named instances. All of these are thread-safe.
 */
@NullMarked
package dev.holdfast.runtime;

import org.jspecify.annotations.NullMarked;
