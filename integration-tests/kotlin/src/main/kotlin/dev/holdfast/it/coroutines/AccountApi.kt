package dev.holdfast.it.coroutines

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.Jitter
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.flow.Flow

@JvmInline
value class AccountId(val value: Int)

/** Value classes and Result, where they may be: within other types. */
@Backoff(maxAttempts = 2, baseDelay = "100ms", jitter = Jitter.NONE)
interface AccountApi {
    suspend fun name(id: Int): String

    suspend fun names(ids: List<AccountId>): Map<AccountId, Result<String>>

    fun <T> same(item: T): T

    fun changes(): Flow<AccountId>
}

/** With both in its signature, beside the interface. */
suspend fun AccountApi.nameOf(id: AccountId): Result<String> =
    runCatching { name(id.value) }.onFailure { if (it is CancellationException) throw it }
