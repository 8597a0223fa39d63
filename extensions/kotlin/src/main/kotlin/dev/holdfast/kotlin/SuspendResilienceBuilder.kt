package dev.holdfast.kotlin

import dev.holdfast.runtime.AsyncResilienceBuilder
import dev.holdfast.runtime.Bulkhead
import dev.holdfast.runtime.BulkheadBuilder
import dev.holdfast.runtime.CheckedFunction
import dev.holdfast.runtime.CheckedSupplier
import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.runtime.CircuitBreakerBuilder
import dev.holdfast.runtime.ExponentialBackoff
import dev.holdfast.runtime.ExponentialBackoffBuilder
import dev.holdfast.runtime.Holdfast
import dev.holdfast.runtime.RateLimiter
import dev.holdfast.runtime.RateLimiterBuilder
import dev.holdfast.runtime.Resilience
import dev.holdfast.runtime.TimeLimiter
import dev.holdfast.runtime.TimeLimiterBuilder
import java.util.concurrent.CompletionStage
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** Marks the builders of this package, so that a block can't set what belongs to the block around it. */
@DslMarker
public annotation class ResilienceDsl

/**
 * Builds policies for calls that suspend.
 *
 * ```
 * val users = resilient<Response<User>> {
 *     name = "users"
 *     backoff { maxAttempts(3).baseDelay(200.milliseconds) }
 *     circuitBreaker { recoveryTimeout(30.seconds) }
 *     timeout(2.seconds)
 *     settings { status { it.code() } }
 * }
 * val user = users.call { api.user("ada") }
 * ```
 *
 * @param T the result of the calls
 * @param configure sets the policies
 */
public fun <T> resilient(configure: SuspendResilienceBuilder<T>.() -> Unit): SuspendResilience<T> =
    SuspendResilienceBuilder<T>().apply(configure).build()

/**
 * Configures policies for calls that suspend. Not thread-safe.
 *
 * @param T the result of the calls
 */
@ResilienceDsl
public class SuspendResilienceBuilder<T> internal constructor() {

    private val call: AsyncResilienceBuilder<T> =
        Resilience.ofStage(CheckedSupplier<CompletionStage<T>, RuntimeException> { throw unused() })
    private val policies = mutableListOf<(Holdfast) -> Unit>()
    private var answer: (suspend (Throwable) -> T)? = null

    /** What calls are called in events; null for the default. */
    public var name: String? = null

    /** The context, with the time, the listener and the named instances. */
    public var holdfast: Holdfast = Holdfast.defaults()

    /** Retries failed attempts. */
    public fun backoff(configure: ExponentialBackoffBuilder.() -> Unit) {
        policies += { call.backoff(ExponentialBackoff.builder().apply(configure).build(it)) }
    }

    /** Retries failed attempts, with settings that other calls may have too. */
    public fun backoff(backoff: ExponentialBackoff) {
        call.backoff(backoff)
    }

    /** Rejects calls while too many fail. */
    public fun circuitBreaker(configure: CircuitBreakerBuilder.() -> Unit) {
        policies += { call.circuitBreaker(CircuitBreaker.builder().apply(configure).build(it)) }
    }

    /** Rejects calls while too many fail, with a breaker that other calls may share. */
    public fun circuitBreaker(breaker: CircuitBreaker) {
        call.circuitBreaker(breaker)
    }

    /** Obeys rate limits of the server, and keeps those of its own. */
    public fun rateLimiter(configure: RateLimiterBuilder.() -> Unit) {
        policies += { call.rateLimiter(RateLimiter.builder().apply(configure).build(it)) }
    }

    /** Obeys rate limits, with a limiter that other calls may share. */
    public fun rateLimiter(limiter: RateLimiter) {
        call.rateLimiter(limiter)
    }

    /** Limits the attempts at one time. */
    public fun bulkhead(configure: BulkheadBuilder.() -> Unit) {
        policies += { call.bulkhead(Bulkhead.builder().apply(configure).build(it)) }
    }

    /** Limits the attempts at one time, with a bulkhead that other calls may share. */
    public fun bulkhead(bulkhead: Bulkhead) {
        call.bulkhead(bulkhead)
    }

    /** Limits the time of each attempt, as `withTimeout` does. */
    public fun timeout(limit: Duration, configure: TimeLimiterBuilder.() -> Unit = {}) {
        call.timeout(TimeLimiter.builder().limit(limit.toJavaDuration()).apply(configure).build())
    }

    /** Sets the fallback for the last failure of a call, by default for any `Exception`. */
    public fun fallback(answer: suspend (Throwable) -> T) {
        this.answer = answer
        call.fallback(CheckedFunction<Throwable, CompletionStage<T>, RuntimeException> { throw unused() })
    }

    /** Sets how statuses are read, which results and failures count, and which failures the fallback answers for. */
    public fun settings(configure: AsyncResilienceBuilder<T>.() -> Unit) {
        call.configure()
    }

    internal fun build(): SuspendResilience<T> {
        policies.forEach { it(holdfast) }
        name?.let(call::name)
        return SuspendResilience(call.holdfast(holdfast).build(), answer)
    }

    private fun unused() = IllegalStateException("a suspending call makes its attempts itself")
}
