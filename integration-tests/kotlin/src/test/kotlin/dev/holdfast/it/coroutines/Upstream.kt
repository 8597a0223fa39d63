package dev.holdfast.it.coroutines

import kotlin.coroutines.coroutineContext
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.awaitCancellation

/** What a test has an attempt do. */
typealias Turn = suspend () -> Any?

/** Does what a test says, one turn for each attempt. Without a turn an attempt hangs. */
open class Upstream : UserApi, FragileApi {

    val attempts = mutableListOf<String>()
    var cancelled = 0

    /** The name in the context that each attempt has seen. */
    val names = mutableListOf<String?>()

    private val turns = ArrayDeque<Turn>()

    fun then(turn: Turn): Upstream {
        turns += turn
        return this
    }

    fun fails(vararg failures: Throwable): Upstream {
        failures.forEach { failure -> then { throw failure } }
        return this
    }

    @Suppress("UNCHECKED_CAST")
    private suspend fun <T> attempt(call: String): T {
        attempts += call
        names += coroutineContext[CoroutineName]?.name
        val turn = turns.removeFirstOrNull()
        try {
            return (if (turn == null) awaitCancellation() else turn()) as T
        } catch (cancel: CancellationException) {
            cancelled++
            throw cancel
        }
    }

    override suspend fun user(login: String): Reply = attempt("user $login")

    override suspend fun ping() = attempt<Unit>("ping")

    override suspend fun nickname(login: String): String? = attempt("nickname $login")

    override suspend fun count(): Int = attempt("count")

    override suspend fun <T : Any> first(items: List<T>, fallback: T): T = attempt("first $items $fallback")

    override suspend fun search(query: String, limit: Int, vararg tags: String): List<String> =
        attempt("search $query $limit ${tags.joinToString(",")}")

    override fun blocking(): String = "blocking"

    override suspend fun timed(login: String): String? = attempt("timed $login")

    override suspend fun hurried(): Reply = attempt("hurried")

    override suspend fun stubborn(): Int = attempt("stubborn")

    override suspend fun queued(login: String): Reply = attempt("queued $login")

    override suspend fun answered(login: String): Reply = attempt("answered $login")

    override suspend fun told(login: String) = attempt<Unit>("told $login")

    override suspend fun counted(text: String): Int = attempt("counted $text")
}
