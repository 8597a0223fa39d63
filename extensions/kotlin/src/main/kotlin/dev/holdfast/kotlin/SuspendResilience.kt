package dev.holdfast.kotlin

import dev.holdfast.runtime.AsyncResilience
import dev.holdfast.runtime.spi.CallSteps
import java.util.concurrent.TimeoutException
import java.util.concurrent.atomic.AtomicReference
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableJob
import kotlinx.coroutines.Job
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Policies for calls that suspend, without an annotated interface. Built by [resilient].
 *
 * Attempts run in the caller's coroutine, and waits suspend it. Cancelling it ends the attempt in flight or the wait, and counts as
 * nothing. Immutable and thread-safe: one instance can make any number of calls at the same time, which share its policies.
 *
 * @param T the result of the calls
 */
public class SuspendResilience<T> internal constructor(
    private val policies: AsyncResilience<T>,
    private val fallback: (suspend (Throwable) -> T)?,
) {

    /**
     * Makes a call, with all its attempts.
     *
     * @param attempt makes one attempt
     * @return the result of the last attempt, or of the fallback
     */
    public suspend fun call(attempt: suspend () -> T): T {
        val early = AtomicReference<CompletableJob>()
        val call = policies.steps { early.get()?.complete() }
        val outcome = outcome(call, early, attempt)
        val failure = outcome.exceptionOrNull() ?: return outcome.getOrThrow()
        val reason = counted(failure)
        if (fallback == null || !call.fallsBack(reason)) {
            throw failure
        }
        try {
            return fallback.invoke(reason)
        } catch (thrown: Throwable) {
            if (thrown !== reason) {
                thrown.addSuppressed(reason)
            }
            throw thrown
        }
    }

    private suspend fun outcome(
        call: CallSteps,
        early: AtomicReference<CompletableJob>,
        attempt: suspend () -> T,
    ): Result<T> {
        var last: Result<T>? = null
        while (true) {
            val signal = Job()
            early.set(signal)
            val wait = try {
                call.next()
            } catch (rejection: RuntimeException) {
                return Result.failure(rejection)
            }
            if (wait > 0) {
                waitFor(call, wait, signal)
            } else if (wait == CallSteps.STOP) {
                return checkNotNull(last)
            } else {
                val outcome = tryOnce(call, attempt)
                val failure = outcome.exceptionOrNull()
                val done = if (failure == null) call.returned(outcome.getOrNull()) else call.failed(counted(failure))
                if (done) {
                    return outcome
                }
                last = outcome
            }
        }
    }

    private suspend fun waitFor(call: CallSteps, nanos: Long, signal: Job) {
        try {
            withTimeoutOrNull(millis(nanos)) { signal.join() }
        } catch (cancel: CancellationException) {
            call.cancel()
            throw cancel
        }
    }

    private suspend fun tryOnce(call: CallSteps, attempt: suspend () -> T): Result<T> =
        try {
            val limit = call.timeLimitNanos()
            if (limit == Long.MAX_VALUE) {
                Result.success(numbered(call, attempt))
            } else {
                withTimeoutOrNull(millis(limit)) { Result.success(numbered(call, attempt)) } ?: Result.failure(call.timeout())
            }
        } catch (failure: Throwable) {
            if (currentCoroutineContext()[Job]?.isActive == false) {
                call.cancel()
                throw failure
            }
            Result.failure(failure)
        }

    /** Makes an attempt, whose number `CurrentAttempt` tells until it suspends for the first time. */
    private suspend fun numbered(call: CallSteps, attempt: suspend () -> T): T =
        suspendCoroutineUninterceptedOrReturn { continuation ->
            val entered = call.enter()
            try {
                attempt.startCoroutineUninterceptedOrReturn(continuation)
            } finally {
                call.leave(entered)
            }
        }

    /** A time limit within an attempt is a timeout, and no cancellation. */
    private fun counted(failure: Throwable): Throwable =
        if (failure is TimeoutCancellationException) TimeoutException(failure.message).initCause(failure) else failure

    private fun millis(nanos: Long): Long = maxOf(1, nanos / 1_000_000 + if (nanos % 1_000_000 > 0) 1 else 0)
}
