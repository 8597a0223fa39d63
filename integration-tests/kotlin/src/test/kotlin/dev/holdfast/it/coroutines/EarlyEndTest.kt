package dev.holdfast.it.coroutines

import java.io.IOException
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Delay
import kotlinx.coroutines.DisposableHandle
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.InternalCoroutinesApi
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.async
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler
import kotlinx.coroutines.test.TestDispatcher
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Waits that something else ends. */
@OptIn(ExperimentalCoroutinesApi::class)
class EarlyEndTest {

    private val good = Reply(200)
    private val upstream = Upstream()

    @Test
    fun aPlaceThatIsFreedWhileTheWaitForItBeginsEndsIt() {
        val time = TestCoroutineScheduler()
        val gate = CompletableDeferred<Reply>()
        val dispatcher = StandardTestDispatcher(time)
        val freesThePlace = Meddler(dispatcher) {
            gate.complete(good)
            time.runCurrent()
        }
        runTest(dispatcher) {
            val client = ResilientUserApi(upstream, holdfast())
            upstream.then { gate.await() }.then { good }
            val first = async { client.queued("first") }
            runCurrent()
            val second = async(freesThePlace) { client.queued("second") }
            assertThat(second.await()).isSameAs(good)
            assertThat(first.isCompleted).isTrue()
            assertThat(freesThePlace.waits).isEqualTo(1)
            assertThat(currentTime).isZero()
        }
    }

    /** Does something when a wait was decided on, and has not begun. */
    @OptIn(InternalCoroutinesApi::class)
    private class Meddler(private val real: TestDispatcher, private val meddle: () -> Unit) :
        CoroutineDispatcher(), Delay by (real as Delay) {

        var waits = 0

        override fun dispatch(context: CoroutineContext, block: Runnable) = real.dispatch(context, block)

        override fun invokeOnTimeout(timeMillis: Long, block: Runnable, context: CoroutineContext): DisposableHandle {
            waits++
            meddle()
            return (real as Delay).invokeOnTimeout(timeMillis, block, context)
        }
    }

    @Test
    fun afterAWaitInAClosedContextThereIsNoFurtherAttempt() = runTest {
        val last = IOException("1")
        val holdfast = holdfast()
        val client = ResilientUserApi(upstream, holdfast)
        upstream.fails(last)
        val call = async { failure { client.user("ada") } }
        advanceTimeBy(50)
        holdfast.close()
        assertThat(call.await()).isSameAs(last)
        assertThat(upstream.attempts).hasSize(1)
        assertThat(currentTime).isEqualTo(100)
    }
}
