package dev.holdfast.kotlin

import dev.holdfast.runtime.BulkheadBuilder
import dev.holdfast.runtime.CircuitBreakerBuilder
import dev.holdfast.runtime.ExponentialBackoffBuilder
import dev.holdfast.runtime.RateLimiterBuilder
import dev.holdfast.runtime.TimeLimiterBuilder
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** Sets the delay before the second attempt. */
public fun ExponentialBackoffBuilder.baseDelay(delay: Duration): ExponentialBackoffBuilder =
    baseDelay(delay.toJavaDuration())

/** Sets the longest delay. */
public fun ExponentialBackoffBuilder.maxDelay(delay: Duration): ExponentialBackoffBuilder =
    maxDelay(delay.toJavaDuration())

/** Sets the time for a call with all its attempts and waits. */
public fun ExponentialBackoffBuilder.deadline(deadline: Duration): ExponentialBackoffBuilder =
    deadline(deadline.toJavaDuration())

/** Sets the time over which rates are computed. */
public fun CircuitBreakerBuilder.window(duration: Duration): CircuitBreakerBuilder = window(duration.toJavaDuration())

/** Sets the time from which an attempt is slow. */
public fun CircuitBreakerBuilder.slowCall(duration: Duration): CircuitBreakerBuilder =
    slowCall(duration.toJavaDuration())

/** Sets how long an open breaker rejects calls. */
public fun CircuitBreakerBuilder.recoveryTimeout(duration: Duration): CircuitBreakerBuilder =
    recoveryTimeout(duration.toJavaDuration())

/** Sets the longest time that a growing recovery takes. */
public fun CircuitBreakerBuilder.maxRecoveryTimeout(duration: Duration): CircuitBreakerBuilder =
    maxRecoveryTimeout(duration.toJavaDuration())

/** Sets the hold after an answer that names no wait. */
public fun RateLimiterBuilder.defaultDelay(duration: Duration): RateLimiterBuilder =
    defaultDelay(duration.toJavaDuration())

/** Sets the longest hold that calls wait for. */
public fun RateLimiterBuilder.maxDelay(duration: Duration): RateLimiterBuilder = maxDelay(duration.toJavaDuration())

/** Sets the period of the quota. */
public fun RateLimiterBuilder.per(duration: Duration): RateLimiterBuilder = per(duration.toJavaDuration())

/** Sets the longest wait for the quota. */
public fun RateLimiterBuilder.maxWait(duration: Duration): RateLimiterBuilder = maxWait(duration.toJavaDuration())

/** Sets the longest wait for a place. */
public fun BulkheadBuilder.maxWait(duration: Duration): BulkheadBuilder = maxWait(duration.toJavaDuration())

/** Sets by how much the limit of each further attempt is longer. */
public fun TimeLimiterBuilder.increment(increment: Duration): TimeLimiterBuilder =
    increment(increment.toJavaDuration())
