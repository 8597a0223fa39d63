package dev.holdfast.it.coroutines

import dev.holdfast.runtime.CallTimeoutException
import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.runtime.CircuitOpenException
import dev.holdfast.runtime.Holdfast
import java.io.IOException
import java.util.concurrent.CancellationException
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The calls of the other kinds of answers, as suspend functions, in the virtual time of coroutines. */
@OptIn(ExperimentalCoroutinesApi::class)
class SuspendTest {

    private val good = Reply(200)
    private val upstream = Upstream()
    private val breaker = CircuitBreaker.builder().name("mine").failureThreshold(9).build()

    private fun TestScope.client(): UserApi =
        ResilientUserApi.builder(upstream).holdfast(holdfast()).circuitBreaker(breaker).build()

    @Test
    fun success() = runTest {
        upstream.then { good }
        assertThat(client().user("ada")).isSameAs(good)
        assertThat(upstream.attempts).containsExactly("user ada")
        assertThat(currentTime).isZero()
    }

    @Test
    fun aDelegateThatSuspendsIsWaitedFor() = runTest {
        upstream.then { delay(70); good }
        assertThat(client().user("ada")).isSameAs(good)
        assertThat(currentTime).isEqualTo(70)
    }

    @Test
    fun retryWithDelays() = runTest {
        upstream.fails(IOException("1")).then { delay(5); throw IOException("2") }.then { delay(5); good }
        assertThat(client().user("ada")).isSameAs(good)
        assertThat(currentTime).isEqualTo(100 + 5 + 200 + 5)
        assertThat(upstream.attempts).hasSize(3)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun exhaustionEndsWithTheLastFailureItself() = runTest {
        val last = IOException("4")
        upstream.fails(IOException("1"), IOException("2"), IOException("3"), last)
        assertThat(failure { client().user("ada") }).isSameAs(last)
        assertThat(breaker.failureCount()).isEqualTo(4)
    }

    @Test
    fun theBreakerRejectsWithoutAnAttempt() = runTest {
        val client = ResilientFragileApi(upstream, holdfast())
        upstream.fails(IOException("1"), IOException("2"))
        failure { client.user("ada") }
        failure { client.user("ada") }
        assertThat(failure { client.user("ada") }).isInstanceOf(CircuitOpenException::class.java)
        assertThat(upstream.attempts).hasSize(2)
        delay(30_000)
        upstream.then { delay(1); good }
        assertThat(client.user("ada")).isSameAs(good)
    }

    @Test
    fun statusesOfResultsAreRead() = runTest {
        upstream.then { Reply(503) }.then { Reply(429, wait = 2) }.then { good }
        assertThat(client().user("ada")).isSameAs(good)
        assertThat(currentTime).isBetween(2100, 2300)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun aHoldSuspendsOtherCallsAndItsCancelCountsAsNothing() = runTest {
        val client = client()
        upstream.then { Reply(429, wait = 5) }.then { good }.then { good }
        val first = async { client.user("first") }
        runCurrent()
        val held = async { client.user("held") }
        val given = launch { client.user("given up") }
        runCurrent()
        assertThat(upstream.attempts).containsExactly("user first")
        advanceTimeBy(1000)
        given.cancelAndJoin()
        assertThat(first.await()).isSameAs(good)
        assertThat(held.await()).isSameAs(good)
        assertThat(upstream.attempts).containsExactlyInAnyOrder("user first", "user first", "user held")
        assertThat(currentTime).isBetween(5000, 5600)
    }

    @Test
    fun theDeadlineEndsACall() = runTest {
        val last = IOException("3")
        upstream.then { delay(500); throw IOException("1") }.fails(IOException("2"), last, IOException("4"))
        assertThat(failure { client().hurried() }).isSameAs(last)
        assertThat(currentTime).isEqualTo(500 + 100 + 200)
    }

    @Test
    fun anAttemptThatTakesTooLongIsCut() = runTest {
        upstream.then { delay(5000); "late" }.then { delay(10); "x" }
        assertThat(client().timed("ada")).isEqualTo("x")
        assertThat(currentTime).isEqualTo(1000 + 100 + 10)
        assertThat(upstream.cancelled).isEqualTo(1)
    }

    @Test
    fun theLastAttemptThatTakesTooLongFailsTheCall() = runTest {
        assertThat(failure { client().timed("ada") }).isInstanceOf(CallTimeoutException::class.java)
        assertThat(upstream.attempts).hasSize(4)
        assertThat(upstream.cancelled).isEqualTo(4)
        assertThat(breaker.failureCount()).isEqualTo(4)
    }

    @Test
    fun nullIsAnAnswerInTime() = runTest {
        upstream.then { null }.then { delay(10); null }.then { null }
        assertThat(client().timed("ada")).isNull()
        assertThat(client().timed("ada")).isNull()
        assertThat(client().nickname("ada")).isNull()
        assertThat(upstream.attempts).hasSize(3)
    }

    @Test
    fun aTimeLimitOfTheDelegateIsAFailure() = runTest {
        upstream.then { withTimeout(50) { delay(1000) } }.then { good }
        assertThat(client().user("ada")).isSameAs(good)
        assertThat(currentTime).isEqualTo(150)
    }

    @Test
    fun cancelInAnAttempt() = runTest {
        val client = client()
        val call = launch { client.user("ada") }
        runCurrent()
        call.cancelAndJoin()
        assertThat(upstream.cancelled).isEqualTo(1)
        assertThat(upstream.attempts).hasSize(1)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun cancelInAnAttemptThatFailsOfItCountsAsNothing() = runTest {
        val client = client()
        upstream.then { try { delay(5000) } catch (cancel: CancellationException) { throw IOException("closed") } }
        val call = launch { try { client.user("ada") } catch (expected: IOException) { } }
        runCurrent()
        call.cancelAndJoin()
        assertThat(upstream.attempts).hasSize(1)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun cancelInAWait() = runTest {
        val client = client()
        upstream.fails(IOException("1"))
        val call = launch { client.user("ada") }
        advanceTimeBy(50)
        call.cancelAndJoin()
        assertThat(currentTime).isEqualTo(50)
        delay(1000)
        assertThat(upstream.attempts).hasSize(1)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun cancelInALimitedAttempt() = runTest {
        val client = client()
        val call = launch { client.timed("ada") }
        advanceTimeBy(500)
        call.cancelAndJoin()
        assertThat(currentTime).isEqualTo(500)
        assertThat(upstream.cancelled).isEqualTo(1)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun cancelInAFallback() = runTest {
        val client = client()
        upstream.fails(IOException("1"), IOException("2"), IOException("3"), IOException("4"))
        val call = launch { client.answered("ada") }
        advanceTimeBy(701)
        assertThat(upstream.attempts).hasSize(5)
        call.cancelAndJoin()
        assertThat(upstream.cancelled).isEqualTo(1)
        assertThat(upstream.attempts).hasSize(5)
    }

    @Test
    fun aTimeLimitAroundACallEndsIt() = runTest {
        val client = client()
        upstream.fails(IOException("1"), IOException("2"))
        assertThat(withTimeoutOrNull(250) { client.user("ada") }).isNull()
        assertThat(currentTime).isEqualTo(250)
        assertThat(upstream.attempts).hasSize(2)
        upstream.then { delay(1000); good }
        assertThat(withTimeoutOrNull(250) { client.user("ada") }).isNull()
        assertThat(upstream.cancelled).isEqualTo(1)
        assertThat(breaker.failureCount()).isEqualTo(2)
    }

    @Test
    fun aQueueOfABulkheadSuspends() = runTest {
        val client = client()
        val gate = CompletableDeferred<Reply>()
        upstream.then { gate.await() }.then { good }
        val first = async { client.queued("first") }
        runCurrent()
        val second = async { client.queued("second") }
        val third = async { client.queued("third") }
        runCurrent()
        assertThat(upstream.attempts).containsExactly("queued first")
        second.cancelAndJoin()
        advanceTimeBy(500)
        gate.complete(good)
        assertThat(first.await()).isSameAs(good)
        assertThat(third.await()).isSameAs(good)
        assertThat(upstream.attempts).containsExactly("queued first", "queued third")
        assertThat(currentTime).describedAs("a free place ends the wait").isEqualTo(500)
    }

    @Test
    fun aFullBulkheadRejectsAfterItsWait() = runTest {
        val client = client()
        val hanging = launch { client.queued("first") }
        runCurrent()
        val failure = failure { client.queued("second") }
        assertThat(failure.javaClass.simpleName).isEqualTo("BulkheadFullException")
        assertThat(currentTime).isEqualTo(10_000)
        hanging.cancelAndJoin()
        upstream.then { good }
        assertThat(client.queued("third")).isSameAs(good)
    }

    @Test
    fun fallbacksThatSuspendOrDoNot() = runTest {
        val client = client()
        upstream.fails(IOException("1"), IOException("2"), IOException("3"), IOException("down")).then { delay(3); good }
        assertThat(client.answered("ada")).isSameAs(good)
        assertThat(upstream.attempts.last()).isEqualTo("user fallback for ada: down")
        val failing = Array<Throwable>(4) { IOException("$it") }
        upstream.fails(*failing)
        client.told("ada")
        breaker.reset()
        upstream.fails(*failing)
        assertThat(client.counted("four")).isEqualTo(4)
    }

    @Test
    fun aFallbackThatFailsTooSuppressesTheFirstFailure() = runTest {
        val first = IOException("4")
        val second = IllegalStateException("fallback")
        upstream.fails(IOException("1"), IOException("2"), IOException("3"), first).then { delay(1); throw second }
        repeat(3) { upstream.fails(second) }
        val failure = failure { client().answered("ada") }
        assertThat(failure).isInstanceOf(IllegalStateException::class.java)
        assertThat(second.suppressed).containsExactly(first)
    }

    @Test
    fun everyShapeIsPassedOn() = runTest {
        val client = client()
        upstream.then { Unit }.then { 7 }.then { "b" }.then { listOf("x") }
        client.ping()
        assertThat(client.count()).isEqualTo(7)
        assertThat(client.first(listOf("a"), "b")).isEqualTo("b")
        assertThat(client.search("q", tags = arrayOf("t"))).containsExactly("x")
        assertThat(client.blocking()).isEqualTo("blocking")
        assertThat(upstream.attempts).containsExactly("ping", "count", "first [a] b", "search q 10 t")
    }

    @Test
    fun theContextReachesEachAttempt() = runTest {
        val client = client()
        upstream.fails(IOException("1")).then { delay(1); throw IOException("2") }.then { good }
        withContext(CoroutineName("mine")) { client.user("ada") }
        assertThat(upstream.names).containsExactly("mine", "mine", "mine")
    }

    @Test
    fun aThousandFailedAttemptsDoNotOverflow() = runTest {
        val client = ResilientUserApi(upstream, holdfast())
        repeat(999) { upstream.fails(IOException("$it")) }
        upstream.then { 1000 }
        assertThat(client.stubborn()).isEqualTo(1000)
        assertThat(upstream.attempts).hasSize(1000)
    }

    @Test
    fun theDispatcherStays() {
        Executors.newSingleThreadExecutor { Thread(it, "own") }.asCoroutineDispatcher().use { own ->
            runBlocking(own) {
                val threads = mutableListOf<String>()
                upstream.then { threads += Thread.currentThread().name; throw IOException("1") }
                    .then {
                        threads += Thread.currentThread().name
                        withContext(Dispatchers.Default) { throw IOException("2") }
                    }
                    .then { threads += Thread.currentThread().name; good }
                val client = ResilientUserApi(upstream, Holdfast.builder().build())
                client.user("ada")
                threads += Thread.currentThread().name
                assertThat(threads.map { it.substringBefore(" @") }).containsOnly("own").hasSize(4)
            }
        }
    }

    @Test
    fun aContextWithoutAJobWillDo() {
        val done = java.util.concurrent.CompletableFuture<Result<Reply>>()
        upstream.fails(IOException("1")).then { good }
        val client = ResilientUserApi(upstream, Holdfast.builder().build())
        val call: suspend () -> Reply = { client.user("ada") }
        call.startCoroutine(Continuation(EmptyCoroutineContext) { done.complete(it) })
        assertThat(done.get().getOrThrow()).isSameAs(good)
    }

    @Test
    fun aPlaceIsGivenBackAmongThreads() = runBlocking(Dispatchers.Default) {
        val client = ResilientUserApi(object : Upstream() {
            override suspend fun queued(login: String): Reply {
                yield()
                return good
            }
        }, Holdfast.builder().build())
        val calls = List(200) { async { client.queued("$it") } }
        calls.forEach { assertThat(it.await()).isSameAs(good) }
    }
}
