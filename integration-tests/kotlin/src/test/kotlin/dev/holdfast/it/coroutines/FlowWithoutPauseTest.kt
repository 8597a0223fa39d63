package dev.holdfast.it.coroutines

import dev.holdfast.runtime.CallTimeoutException
import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.runtime.Holdfast
import java.io.IOException
import java.lang.ref.WeakReference
import kotlin.coroutines.ContinuationInterceptor
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Delay
import kotlinx.coroutines.DisposableHandle
import kotlinx.coroutines.InternalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Time limits of flows whose collector never gives the one thread of its dispatcher to others. */
class FlowWithoutPauseTest {

    private var stream: Flow<Int> = flowOf(1)

    private val source = object : FlowApi by FlowSource() {
        override fun timed() = stream

        override fun prompt() = stream
    }

    private val client: FlowApi = ResilientFlowApi.builder(source)
        .holdfast(Holdfast.builder().build())
        .circuitBreaker(CircuitBreaker.builder().name("mine").failureThreshold(1001).build())
        .build()

    /** The dispatcher of `runBlocking`, with counts. */
    @OptIn(InternalCoroutinesApi::class)
    private class Counting(private val real: CoroutineDispatcher) : CoroutineDispatcher(), Delay by (real as Delay) {

        var dispatches = 0
        var timers = 0
        var timersInUse = 0

        override fun dispatch(context: CoroutineContext, block: Runnable) {
            dispatches++
            real.dispatch(context, block)
        }

        override fun invokeOnTimeout(timeMillis: Long, block: Runnable, context: CoroutineContext): DisposableHandle {
            val timer = (real as Delay).invokeOnTimeout(timeMillis, block, context)
            timers++
            timersInUse++
            return DisposableHandle {
                timersInUse--
                timer.dispose()
            }
        }
    }

    private fun counting(test: suspend (Counting) -> Unit) = runBlocking {
        val counting = Counting(currentCoroutineContext()[ContinuationInterceptor] as CoroutineDispatcher)
        withContext(counting) { test(counting) }
    }

    @Test
    fun aHundredThousandCollectionsLeaveNoneOfTheirCollectorsBehind() = runBlocking {
        val collectors = mutableListOf<WeakReference<FlowCollector<Int>>>()
        var items = 0
        for (flow in listOf(client.timed(), client.prompt())) {
            repeat(50_000) {
                val collector = FlowCollector<Int> { items += it }
                flow.collect(collector)
                if (it % 1000 == 0) collectors += WeakReference(collector)
            }
        }
        repeat(20) { if (collectors.any { it.get() != null }) System.gc() }
        assertThat(items).isEqualTo(100_000)
        assertThat(collectors.mapNotNull { it.get() }).isEmpty()
    }

    @Test
    fun aCollectionNeedsNoTurnOfItsDispatcher() = counting { dispatcher ->
        val before = dispatcher.dispatches
        repeat(1000) {
            client.timed().collect { }
            client.prompt().collect { }
        }
        assertThat(dispatcher.dispatches).isEqualTo(before)
        assertThat(dispatcher.timers).isEqualTo(3 * 1000)
        assertThat(dispatcher.timersInUse).isZero()
        assertThat(currentCoroutineContext()[Job]!!.children.toList()).isEmpty()
    }

    @Test
    fun anItemNeedsNoTurnOfItsDispatcher() = counting { dispatcher ->
        stream = (1..10_000).asFlow()
        val before = dispatcher.dispatches
        client.timed().collect { assertThat(dispatcher.timersInUse).isZero() }
        assertThat(dispatcher.dispatches).isEqualTo(before)
        assertThat(dispatcher.timers).isEqualTo(1 + 10_000)
        assertThat(dispatcher.timersInUse).isZero()
    }

    @Test
    fun anAttemptThatFailsNeedsNoTurnOfItsDispatcher() = counting { dispatcher ->
        val before = dispatcher.dispatches
        stream = flow { emit(1); throw IOException("late") }
        repeat(1000) { assertThat(failure { client.timed().collect { } }).hasMessage("late") }
        assertThat(dispatcher.dispatches).isEqualTo(before)
        assertThat(dispatcher.timersInUse).isZero()
    }

    @Test
    fun timeIsUpAllTheSame() = counting { dispatcher ->
        stream = flow { awaitCancellation() }
        assertThat(failure { client.prompt().collect { } }).isInstanceOf(CallTimeoutException::class.java)
        assertThat(dispatcher.timersInUse).isZero()
    }
}
