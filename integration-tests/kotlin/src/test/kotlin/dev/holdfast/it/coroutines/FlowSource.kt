package dev.holdfast.it.coroutines

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.flow

/** What a test has an attempt do. */
typealias Emissions = suspend FlowCollector<Int>.() -> Unit

/** Streams that do what a test says, one turn for each attempt. Without a turn an attempt hangs. */
class FlowSource : FlowApi, FragileFlows, AnsweredFlows {

    /** The calls of the methods. */
    var calls = 0

    /** The collections of what they returned. */
    var attempts = 0
    var cancelled = 0

    /** The name in the context that each attempt has seen. */
    val names = mutableListOf<String?>()

    private val turns = ArrayDeque<Emissions>()

    fun then(turn: Emissions): FlowSource {
        turns += turn
        return this
    }

    fun fails(vararg failures: Throwable): FlowSource {
        failures.forEach { failure -> then { throw failure } }
        return this
    }

    private fun stream(): Flow<Int> {
        calls++
        return flow {
            attempts++
            names += currentCoroutineContext()[CoroutineName]?.name
            val turn = turns.removeFirstOrNull()
            try {
                if (turn == null) awaitCancellation() else turn()
            } catch (cancel: CancellationException) {
                cancelled++
                throw cancel
            }
        }
    }

    override fun items(): Flow<Int> = stream()

    override fun nullable(): Flow<Int?> = flow {
        emit(1)
        emit(null)
    }

    override fun <T : Any> repeated(item: T, times: Int): Flow<T> = flow { repeat(times) { emit(item) } }

    override fun timed(): Flow<Int> = stream()

    override fun prompt(): Flow<Int> = stream()

    override fun queued(): Flow<Int> = stream()

    override fun answered(): Flow<Int> = stream()

    override fun stubborn(): Flow<Int> = stream()

    override suspend fun count(steps: Int): Int = steps
}
