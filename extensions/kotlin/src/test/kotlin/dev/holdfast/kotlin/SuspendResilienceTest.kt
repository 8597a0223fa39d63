package dev.holdfast.kotlin

import dev.holdfast.annotations.Jitter
import dev.holdfast.runtime.CallTimeoutException
import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.runtime.CircuitOpenException
import dev.holdfast.runtime.Holdfast
import dev.holdfast.runtime.event.ResilienceListener
import dev.holdfast.runtime.spi.Clock
import java.io.IOException
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
class SuspendResilienceTest {

    private val breaker = CircuitBreaker.builder().name("mine").failureThreshold(9).build()
    private var attempts = 0

    private fun TestScope.context(listener: ResilienceListener = object : ResilienceListener {}): Holdfast {
        val scope = this
        val clock = object : Clock {
            override fun nanoTime() = scope.currentTime * 1_000_000

            override fun currentTimeMillis() = scope.currentTime
        }
        return Holdfast.builder().clock(clock).listener(listener).build()
    }

    private fun <T> TestScope.retried(more: SuspendResilienceBuilder<T>.() -> Unit = {}) = resilient<T> {
        name = "users"
        holdfast = context()
        backoff { maxAttempts(4).baseDelay(100.milliseconds).jitter(Jitter.NONE) }
        circuitBreaker(breaker)
        more()
    }

    private suspend fun failure(call: suspend () -> Any?): Throwable {
        try {
            throw AssertionError("returned " + call())
        } catch (failure: Exception) {
            return failure
        }
    }

    @Test
    fun retriesWithDelays() = runTest {
        val answer = retried<String>().call {
            if (++attempts < 3) throw IOException("$attempts")
            delay(5)
            "good"
        }
        assertThat(answer).isEqualTo("good")
        assertThat(attempts).isEqualTo(3)
        assertThat(currentTime).isEqualTo(305)
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun endsWithTheLastFailureItself() = runTest {
        var last: IOException? = null
        assertThat(failure { retried<String>().call { throw IOException("${++attempts}").also { last = it } } })
            .isSameAs(last)
        assertThat(attempts).isEqualTo(4)
    }

    @Test
    fun readsStatusesAndNull() = runTest {
        val call = retried<Int?> { settings { status { it ?: 0 } } }
        assertThat(call.call { if (++attempts == 1) 503 else 200 }).isEqualTo(200)
        assertThat(call.call { null }).isNull()
    }

    @Test
    fun cutsAnAttemptThatTakesTooLong() = runTest {
        val call = retried<String> { timeout(1.seconds) }
        assertThat(call.call { if (++attempts == 1) delay(5000); "good" }).isEqualTo("good")
        assertThat(currentTime).isEqualTo(1100)
        assertThat(failure { call.call { delay(5000); "late" } }).isInstanceOf(CallTimeoutException::class.java)
    }

    @Test
    fun aTimeLimitWithinAnAttemptIsAFailure() = runTest {
        assertThat(retried<String>().call { if (++attempts == 1) withTimeout(50) { delay(1000) }; "good" }).isEqualTo("good")
        assertThat(currentTime).isEqualTo(150)
    }

    @Test
    fun cancellingCountsAsNothing() = runTest {
        val inAttempt = launch { retried<String>().call { attempts++; delay(5000); "late" } }
        advanceTimeBy(10)
        inAttempt.cancelAndJoin()
        val inWait = launch { retried<String>().call { attempts++; throw IOException("down") } }
        advanceTimeBy(10)
        inWait.cancelAndJoin()
        assertThat(currentTime).isEqualTo(20)
        assertThat(attempts).isEqualTo(2)
        assertThat(breaker.failureCount()).isEqualTo(1)
    }

    @Test
    fun aFreePlaceEndsTheWaitForIt() = runTest {
        val call = resilient<String> {
            holdfast = context()
            bulkhead { maxConcurrent(1).maxWait(10.seconds) }
        }
        val first = async { call.call { delay(300); "first" } }
        runCurrent()
        assertThat(call.call { "second" }).isEqualTo("second")
        assertThat(currentTime).isEqualTo(300)
        assertThat(first.await()).isEqualTo("first")
    }

    @Test
    fun aFallbackAnswersAndMayFailToo() = runTest {
        val call = retried<String> { fallback { failure -> delay(1); "instead of ${failure.message}" } }
        assertThat(call.call { throw IOException("down") }).isEqualTo("instead of down")
        val failing = retried<String> { fallback { throw IllegalStateException("too") } }
        assertThat(failure { failing.call { throw IOException("down") } })
            .isInstanceOf(IllegalStateException::class.java)
            .satisfies({ assertThat(it.suppressed.single()).hasMessage("down") })
    }

    @Test
    fun eventsAreAFlow() = runTest {
        val listener = ResilienceEvents()
        val seen = mutableListOf<ResilienceEvent>()
        val collecting = launch { listener.events.toList(seen) }
        runCurrent()
        val call = resilient<String> {
            holdfast = context(listener)
            backoff { maxAttempts(2).baseDelay(1.seconds) }
            circuitBreaker { failureThreshold(2).recoveryTimeout(30.seconds) }
        }
        failure { call.call { throw IOException("down") } }
        assertThat(failure { call.call { "never" } }).isInstanceOf(CircuitOpenException::class.java)
        runCurrent()
        collecting.cancelAndJoin()
        assertThat(seen.map { it.javaClass.simpleName })
            .containsExactlyInAnyOrder("Retry", "StateChange", "GaveUp", "Rejected")
    }
}
