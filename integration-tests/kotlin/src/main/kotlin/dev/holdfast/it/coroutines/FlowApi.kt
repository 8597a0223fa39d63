package dev.holdfast.it.coroutines

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.Bulkhead
import dev.holdfast.annotations.CircuitBreaker
import dev.holdfast.annotations.Fallback
import dev.holdfast.annotations.Jitter
import dev.holdfast.annotations.RateLimited
import dev.holdfast.annotations.Timeout
import java.io.IOException
import kotlinx.coroutines.flow.Flow

/** A server that is too busy, and says for how long. */
class BusyException : RuntimeException() {
    fun status(): Int = 429

    fun header(name: String): String = if (name == "Retry-After") "2" else ""
}

/** Streams under one policy or a few. */
@Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE)
@RateLimited(on = [BusyException::class])
@CircuitBreaker(failureThreshold = 9)
interface FlowApi {

    fun items(): Flow<Int>

    fun nullable(): Flow<Int?>

    fun <T : Any> repeated(item: T, times: Int = 2): Flow<T>

    /** A second to the first item, five between two, and 1.6 s for all attempts until there is one. */
    @Timeout(value = "1s", betweenItems = "5s")
    @Backoff(maxAttempts = 5, baseDelay = "100ms", deadline = "1600ms", jitter = Jitter.NONE)
    fun timed(): Flow<Int>

    @Timeout("1s")
    fun prompt(): Flow<Int>

    @Bulkhead(maxConcurrent = 1, maxWait = "5s")
    fun queued(): Flow<Int>

    @Fallback("cached")
    @Backoff(maxAttempts = 2, baseDelay = "100ms", jitter = Jitter.NONE)
    fun answered(): Flow<Int>

    fun cached(failure: Exception): Flow<Int> = items()

    @Backoff(maxAttempts = 1000, baseDelay = "0s", jitter = Jitter.NONE)
    @CircuitBreaker(failureThreshold = 10000)
    fun stubborn(): Flow<Int>

    /** Beside the streams. */
    suspend fun count(steps: Int): Int
}

/** Opens soon. */
@CircuitBreaker(failureThreshold = 2, recoveryTimeout = "30s")
interface FragileFlows {
    fun items(): Flow<Int>
}

/** Another client answers. */
@Backoff(maxAttempts = 2, baseDelay = "100ms", jitter = Jitter.NONE)
@Fallback
interface AnsweredFlows {
    @Throws(IOException::class)
    fun items(): Flow<Int>
}
