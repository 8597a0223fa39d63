package dev.holdfast.it.coroutines

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.Bulkhead
import dev.holdfast.annotations.CircuitBreaker
import dev.holdfast.annotations.Fallback
import dev.holdfast.annotations.Jitter
import dev.holdfast.annotations.RateLimitHint
import dev.holdfast.annotations.RateLimited
import dev.holdfast.annotations.Timeout
import java.io.IOException

/** An answer with a status. */
data class Reply(val status: Int, val text: String = "", val wait: Int = 0)

/** Reads it. */
class ReplyHint : RateLimitHint<Reply> {
    override fun status(answer: Reply): Int = answer.status

    override fun header(answer: Reply, name: String): String? =
        if (name == "Retry-After" && answer.wait > 0) answer.wait.toString() else null
}

/** Suspend functions under one policy or a few. */
@Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE)
@RateLimited(hint = ReplyHint::class)
@CircuitBreaker(failureThreshold = 9)
interface UserApi {

    @Throws(IOException::class)
    suspend fun user(login: String): Reply

    suspend fun ping()

    suspend fun nickname(login: String): String?

    suspend fun count(): Int

    suspend fun <T : Any> first(items: List<T>, fallback: T): T

    suspend fun search(query: String, limit: Int = 10, vararg tags: String): List<String>

    fun blocking(): String

    @Timeout("1s")
    suspend fun timed(login: String): String?

    @Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE, deadline = "1s")
    suspend fun hurried(): Reply

    @Backoff(maxAttempts = 1000, baseDelay = "1ms", maxDelay = "1ms", jitter = Jitter.NONE)
    @CircuitBreaker(failureThreshold = 10000)
    suspend fun stubborn(): Int

    @Bulkhead(maxConcurrent = 1, maxWait = "10s")
    suspend fun queued(login: String): Reply

    @Fallback("anonymous")
    suspend fun answered(login: String): Reply

    suspend fun anonymous(login: String, failure: IOException): Reply = user("fallback for $login: ${failure.message}")

    @Fallback("noted")
    suspend fun told(login: String)

    fun noted(login: String) {}

    @Fallback("guessed")
    suspend fun counted(text: String): Int

    fun guessed(text: String, failure: Exception): Int = text.length
}

/** Opens soon. */
@CircuitBreaker(failureThreshold = 2, recoveryTimeout = "30s")
interface FragileApi {
    suspend fun user(login: String): Reply
}
