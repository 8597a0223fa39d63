package dev.holdfast.it.coroutines

import dev.holdfast.runtime.BulkheadFullException
import dev.holdfast.runtime.CallTimeoutException
import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.runtime.CircuitOpenException
import dev.holdfast.runtime.Holdfast
import dev.holdfast.runtime.spi.Clock
import java.io.IOException
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.catch
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.advanceUntilIdle
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The calls of the other kinds of streams, as flows, in the virtual time of coroutines. */
@OptIn(ExperimentalCoroutinesApi::class)
class FlowTest {

    private val source = FlowSource()
    private val breaker = CircuitBreaker.builder().name("mine").failureThreshold(9).build()

    /** A context whose time is that of the test. */
    private fun TestScope.holdfast(): Holdfast = Holdfast.builder().clock(TestClock(this)).build()

    private class TestClock(private val scope: TestScope) : Clock {
        override fun nanoTime() = scope.currentTime * 1_000_000

        override fun currentTimeMillis() = scope.currentTime
    }

    private fun TestScope.client(): FlowApi =
        ResilientFlowApi.builder(source).holdfast(holdfast()).circuitBreaker(breaker).build()

    /** What a collection brings, whatever its end. */
    private class Items(val items: List<Int>, val failure: Throwable?)

    private suspend fun items(flow: Flow<Int>): Items {
        val items = mutableListOf<Int>()
        return try {
            flow.collect { items += it }
            Items(items, null)
        } catch (failure: Exception) {
            Items(items, failure)
        }
    }

    @Test
    fun success() = runTest {
        source.then { emit(1); delay(70); emit(2) }
        assertThat(client().items().toList()).containsExactly(1, 2)
        assertThat(source.attempts).isEqualTo(1)
        assertThat(currentTime).isEqualTo(70)
    }

    @Test
    fun itemsComeWhenTheyCome() = runTest {
        source.then { emit(1); delay(3_600_000); emit(2) }
        val times = mutableListOf<Long>()
        client().items().collect { times += currentTime }
        assertThat(times).containsExactly(0, 3_600_000)
    }

    @Test
    fun everyShapeIsPassedOn() = runTest {
        val client = client()
        assertThat(client.nullable().toList()).containsExactly(1, null)
        assertThat(client.repeated("a", 3).toList()).containsExactly("a", "a", "a")
        assertThat(client.repeated("a").toList()).containsExactly("a", "a")
        assertThat(client.count(7)).isEqualTo(7)
    }

    @Test
    fun nothingBeforeACollectionAndEachIsACall() = runTest {
        val flow = client().items()
        assertThat(source.calls).isZero()
        for (i in 1..3) {
            source.fails(IOException("1")).then { emit(7) }
            assertThat(flow.toList()).containsExactly(7)
            assertThat(source.calls).isEqualTo(2 * i)
            assertThat(source.attempts).isEqualTo(2 * i)
        }
    }

    @Test
    fun aStreamMayBeEmpty() = runTest {
        source.fails(IOException("1")).then { }
        assertThat(client().items().toList()).isEmpty()
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun retryBeforeTheFirstItem() = runTest {
        source.fails(IOException("1")).then { delay(5); throw IOException("2") }.then { delay(5); emit(1) }
        assertThat(client().items().toList()).containsExactly(1)
        assertThat(currentTime).isEqualTo(100 + 5 + 200 + 5)
        assertThat(source.calls).isEqualTo(3)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun aFailureAfterAnItemGoesThroughAndCountsOnce() = runTest {
        val late = IOException("late")
        source.fails(IOException("1")).then { emit(1); delay(1); throw late }
        val items = items(client().items())
        assertThat(items.failure).isSameAs(late)
        assertThat(items.items).containsExactly(1)
        assertThat(source.calls).isEqualTo(2)
        assertThat(breaker.failureCount()).isEqualTo(2)
    }

    @Test
    fun aFailureOfTheFirstAttemptAfterAnItemCountsToo() = runTest {
        val late = IOException("late")
        source.then { emit(1); throw late }
        assertThat(items(client().items()).failure).isSameAs(late)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun exhaustionEndsWithTheLastFailureItself() = runTest {
        val last = IOException("4")
        source.fails(IOException("1"), IOException("2"), IOException("3"), last)
        assertThat(items(client().items()).failure).isSameAs(last)
        assertThat(breaker.failureCount()).isEqualTo(4)
    }

    @Test
    fun theBreakerRejectsWithoutAnAttempt() = runTest {
        val client = ResilientFragileFlows(source, holdfast())
        source.fails(IOException("1"), IOException("2"))
        repeat(2) { items(client.items()) }
        assertThat(items(client.items()).failure).isInstanceOf(CircuitOpenException::class.java)
        assertThat(source.calls).isEqualTo(2)
        delay(30_000)
        source.then { delay(1); emit(1) }
        assertThat(client.items().toList()).containsExactly(1)
    }

    @Test
    fun aRateLimitIsWaitedFor() = runTest {
        source.fails(BusyException()).then { emit(1) }
        assertThat(client().items().toList()).containsExactly(1)
        assertThat(currentTime).isBetween(2000, 2200)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun aRateLimitAfterAnItemHoldsBackOtherCalls() = runTest {
        val client = client()
        val busy = BusyException()
        source.then { emit(1); throw busy }.then { emit(2) }
        assertThat(items(client.items()).failure).isSameAs(busy)
        assertThat(client.items().toList()).containsExactly(2)
        assertThat(currentTime).isBetween(2000, 2200)
    }

    @Test
    fun theDeadlineEndsACall() = runTest {
        val last = IOException("4")
        source.then { delay(500); throw IOException("1") }.fails(IOException("2"), IOException("3"), last)
        val failure = items(client().timed()).failure
        assertThat(failure).isInstanceOf(IOException::class.java).hasMessage("4")
        assertThat(source.attempts).isEqualTo(4)
    }

    @Test
    fun anAttemptWithoutAnItemIsCutInTime() = runTest {
        source.then { delay(5000); emit(8) }.then { emit(1); delay(4900) }
        assertThat(client().timed().toList()).containsExactly(1)
        assertThat(currentTime).isEqualTo(1000 + 100 + 4900)
        assertThat(source.cancelled).isEqualTo(1)
        assertThat(source.attempts).isEqualTo(2)
    }

    @Test
    fun anAttemptThatDoesNotNoticeEmitsInVain() = runTest {
        source.then { try { awaitCancellation() } finally { emit(8) } }.then { emit(1) }
        assertThat(client().timed().toList()).containsExactly(1)
        assertThat(source.attempts).isEqualTo(2)
    }

    @Test
    fun theLastAttemptThatTakesTooLongFailsTheCall() = runTest {
        assertThat(items(client().timed()).failure).isInstanceOf(CallTimeoutException::class.java)
        assertThat(source.attempts).isEqualTo(2)
        assertThat(source.cancelled).isEqualTo(2)
        assertThat(breaker.failureCount()).isEqualTo(2)
        assertThat(currentTime).isEqualTo(1600)
    }

    @Test
    fun aStreamThatPausesForTooLongIsCut() = runTest {
        source.then { delay(900); emit(1); delay(4900); emit(2); delay(4900); emit(3); delay(5001); emit(4) }
        val items = items(client().timed())
        assertThat(items.failure).isInstanceOf(CallTimeoutException::class.java).hasMessageContaining("5s")
        assertThat(items.items).containsExactly(1, 2, 3)
        assertThat(currentTime).isEqualTo(900 + 4900 + 4900 + 5000)
        assertThat(source.attempts).isEqualTo(1)
        assertThat(source.cancelled).isEqualTo(1)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun aCollectorThatTakesLongIsNotTheStreamsFault() = runTest {
        source.then { emit(1); emit(2); delay(4900); emit(3); delay(4900) }
        val items = mutableListOf<Int>()
        client().timed().collect {
            delay(9000)
            items += it
        }
        assertThat(items).containsExactly(1, 2, 3)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun withoutALimitBetweenThemItemsMayTakeTheirTime() = runTest {
        source.then { delay(900); emit(1); delay(9000); emit(2) }
        assertThat(client().prompt().toList()).containsExactly(1, 2)
    }

    @Test
    fun aStreamThatEndsInTimeLeavesNothingBehind() = runTest {
        source.then { emit(1) }.fails(IOException("1")).then { }
        val client = client()
        client.timed().collect()
        client.timed().collect()
        assertThat(currentTime).isEqualTo(100)
        advanceUntilIdle()
        assertThat(currentTime).isEqualTo(100)
    }

    @Test
    fun cancelledBeforeAnItemItCountsAsNothing() = runTest {
        source.fails(IOException("1"))
        val client = client()
        for (flow in listOf(client.items(), client.timed())) {
            val call = launch { flow.collect() }
            advanceTimeBy(200)
            call.cancelAndJoin()
        }
        assertThat(source.cancelled).isEqualTo(2)
        assertThat(source.attempts).isEqualTo(3)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun cancelledAfterAnItemItIsASuccess() = runTest {
        val client = client()
        for (flow in listOf(client.items(), client.timed())) {
            source.fails(IOException("1")).then { emit(1); awaitCancellation() }
            val call = launch { flow.collect() }
            advanceTimeBy(200)
            assertThat(breaker.failureCount()).isEqualTo(1)
            call.cancelAndJoin()
            assertThat(breaker.failureCount()).isZero()
        }
        assertThat(source.cancelled).isEqualTo(2)
        assertThat(source.attempts).isEqualTo(4)
    }

    @Test
    fun cancelledByItsCollectorAtAnItem() = runTest {
        val client = client()
        for (flow in listOf(client.items(), client.timed())) {
            source.fails(IOException("1")).then { emit(1); emit(2); delay(1); emit(3) }
            assertThat(flow.first()).isEqualTo(1)
            assertThat(breaker.failureCount()).isZero()
            source.then { emit(1); emit(2); delay(1); emit(3) }
            assertThat(flow.take(2).toList()).containsExactly(1, 2)
            source.then { emit(1); delay(1); emit(2); delay(1); emit(3) }
            assertThat(flow.onEach { delay(1) }.first { it == 3 }).isEqualTo(3)
        }
        assertThat(source.attempts).isEqualTo(2 * 4)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun cancelledInAWait() = runTest {
        source.fails(IOException("1"))
        val client = client()
        val call = launch { client.items().collect() }
        advanceTimeBy(50)
        call.cancelAndJoin()
        delay(1000)
        assertThat(source.attempts).isEqualTo(1)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun theCollectorsExceptionIsNoFailureAndPassesThrough() = runTest {
        val client = client()
        val own = IllegalStateException("mine")
        for (flow in listOf(client.items(), client.timed())) {
            source.fails(IOException("1")).then { emit(1); emit(2) }
            val caught = runCatching { flow.collect { throw own } }.exceptionOrNull()
            assertThat(caught === own || caught?.cause === own).isTrue()
            assertThat(caught!!.suppressed).isEmpty()
            assertThat(breaker.failureCount()).isZero()
            source.fails(IOException("1")).then { emit(1); emit(2) }
            runCatching { flow.collect { delay(1); throw own } }
            assertThat(breaker.failureCount()).isZero()
        }
        assertThat(source.attempts).isEqualTo(8)
    }

    @Test
    fun theCollectorsExceptionWithoutALimitIsTheVeryOne() = runTest {
        val own = IllegalStateException("mine")
        source.then { emit(1) }
        assertThat(runCatching { client().items().collect { throw own } }.exceptionOrNull()).isSameAs(own)
    }

    @Test
    fun operatorsBehindItSeeTheStreamsFailuresOnly() = runTest {
        val late = IOException("late")
        source.then { emit(1); throw late }.then { emit(1) }
        val flow = client().items().catch { assertThat(it).isSameAs(late); emit(2) }
        assertThat(flow.toList()).containsExactly(1, 2)
        val own = IllegalStateException("mine")
        assertThat(runCatching { flow.collect { throw own } }.exceptionOrNull()).isSameAs(own)
    }

    @Test
    fun aTimeLimitAroundACollectionEndsIt() = runTest {
        val client = client()
        source.fails(IOException("1"), IOException("2"))
        assertThat(withTimeoutOrNull(250) { client.items().toList() }).isNull()
        assertThat(currentTime).isEqualTo(250)
        source.then { delay(1000); emit(1) }
        assertThat(withTimeoutOrNull(250) { client.items().toList() }).isNull()
        assertThat(source.attempts).isEqualTo(3)
        assertThat(breaker.failureCount()).isEqualTo(2)
    }

    @Test
    fun thePlaceIsHeldUntilTheEnd() = runTest {
        val client = client()
        source.then { emit(1); delay(1000) }.then { delay(1); emit(2); throw IOException("1") }.then { emit(4) }
        val first = async { items(client.queued()) }
        runCurrent()
        val second = async { items(client.queued()) }
        val third = launch { client.queued().collect() }
        val fourth = async { items(client.queued()) }
        advanceTimeBy(900)
        assertThat(source.attempts).isEqualTo(1)
        third.cancelAndJoin()
        assertThat(first.await().items).containsExactly(1)
        assertThat(second.await().items).containsExactly(2)
        assertThat(fourth.await().items).containsExactly(4)
        assertThat(currentTime).isEqualTo(1001)
        assertThat(source.attempts).isEqualTo(3)
    }

    @Test
    fun aFullBulkheadRejectsAfterItsWait() = runTest {
        val client = client()
        source.then { emit(1); awaitCancellation() }
        val hanging = launch { client.queued().collect() }
        runCurrent()
        assertThat(items(client.queued()).failure).isInstanceOf(BulkheadFullException::class.java)
        assertThat(currentTime).isEqualTo(5000)
        hanging.cancelAndJoin()
        source.then { emit(2) }
        assertThat(client.queued().first()).isEqualTo(2)
        source.then { emit(3) }
        assertThat(client.queued().toList()).containsExactly(3)
    }

    @Test
    fun aFallbackAnswersBeforeTheFirstItem() = runTest {
        val fallback = FlowSource().then { delay(1); emit(8); delay(1); emit(9) }
        source.fails(IOException("1"), IOException("2"))
        val client = ResilientAnsweredFlows(source, fallback, holdfast())
        assertThat(client.items().toList()).containsExactly(8, 9)
        assertThat(source.attempts).isEqualTo(2)
        assertThat(fallback.attempts).isEqualTo(1)
        source.fails(IOException("1"), IOException("2")).then { emit(7) }
        assertThat(client().answered().toList()).containsExactly(7)
    }

    @Test
    fun noFallbackAnswersAfterAnItem() = runTest {
        val late = IOException("late")
        source.then { emit(1); throw late }
        assertThat(items(client().answered()).failure).isSameAs(late)
        assertThat(source.calls).isEqualTo(1)
    }

    @Test
    fun aFallbackMayFailTooAndKnowsTheFirstFailure() = runTest {
        val first = IOException("2")
        val second = IllegalStateException("3")
        source.fails(IOException("1"), first).then { emit(1); delay(1); throw second }
        assertThat(items(client().answered()).failure).isSameAs(second)
        assertThat(second.suppressed).containsExactly(first)
    }

    @Test
    fun whatItsCollectorThrowsInAFallbackPassesThrough() = runTest {
        val own = IllegalStateException("mine")
        source.fails(IOException("1"), IOException("2")).then { emit(1); emit(2) }
        assertThat(runCatching { client().answered().collect { throw own } }.exceptionOrNull()).isSameAs(own)
        assertThat(own.suppressed).isEmpty()
        source.fails(IOException("1"), IOException("2")).then { emit(1); emit(2) }
        assertThat(client().answered().first()).isEqualTo(1)
    }

    @Test
    fun cancelledInAFallback() = runTest {
        source.fails(IOException("1"), IOException("2"))
        val client = client()
        val call = launch { client.answered().collect() }
        advanceTimeBy(101)
        assertThat(source.attempts).isEqualTo(3)
        call.cancelAndJoin()
        assertThat(source.cancelled).isEqualTo(1)
    }

    @Test
    fun aDelegateThatThrowsHasFailedAnAttempt() = runTest {
        var calls = 0
        val throwing = object : FlowApi by source {
            override fun items(): Flow<Int> = if (++calls == 1) throw IOException("no stream") else source.items()
        }
        source.then { emit(1) }
        assertThat(ResilientFlowApi(throwing, holdfast()).items().toList()).containsExactly(1)
        assertThat(calls).isEqualTo(2)
    }

    @Test
    fun aThousandAttemptsThatFailAtOnceNeedNoStack() = runTest {
        val last = IOException("1000")
        repeat(999) { source.fails(IOException("$it")) }
        source.fails(last)
        assertThat(items(ResilientFlowApi(source, holdfast()).stubborn()).failure).isSameAs(last)
        assertThat(source.attempts).isEqualTo(1000)
    }

    @Test
    fun tenThousandItemsNeedNoStack() = runTest {
        repeat(2) { source.then { repeat(10_000) { emit(it); if (it % 2 == 0) yield() } } }
        val client = client()
        for (flow in listOf(client.items(), client.timed())) {
            assertThat(flow.map { yield(); it }.toList()).hasSize(10_000)
        }
    }

    @Test
    fun theContextReachesEachAttemptAndItsItems() = runTest {
        val client = client()
        source.fails(IOException("1")).then { delay(1); throw IOException("2") }.then { emit(1) }
        withContext(CoroutineName("mine")) {
            client.items().collect { assertThat(currentCoroutineContext()[CoroutineName]?.name).isEqualTo("mine") }
        }
        assertThat(source.names).containsExactly("mine", "mine", "mine")
        source.then { emit(1) }
        client.items().flowOn(CoroutineName("other")).collect()
        assertThat(source.names.last()).isEqualTo("other")
    }

    /** Kotlin's own check of the context, which an outer flow makes. */
    @Test
    fun theContextOfACollectorIsPreserved() = runTest {
        val client = client()
        for (inner in listOf(client.items(), client.timed())) {
            source.fails(IOException("1")).then { emit(1); delay(1); emit(2) }
            val outer = flow {
                emit(0)
                emitAll(inner)
            }
            assertThat(outer.toList()).containsExactly(0, 1, 2)
        }
    }

    @Test
    fun theDispatcherStays() = runBlocking(Dispatchers.Default) {
        val client = ResilientFlowApi(source, Holdfast.builder().build())
        source.then { throw IOException("1") }.then {
            delay(1)
            assertThat(Thread.currentThread().name).startsWith("DefaultDispatcher")
            repeat(1000) { emit(it) }
        }
        val items = client.timed().onEach {
            assertThat(Thread.currentThread().name).startsWith("DefaultDispatcher")
            if (it % 10 == 0) yield()
        }
        assertThat(items.toList()).hasSize(1000)
        assertThat(currentCoroutineContext()[Job]!!.children.toList()).isEmpty()
    }
}
