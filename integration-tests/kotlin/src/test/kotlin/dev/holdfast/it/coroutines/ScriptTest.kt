package dev.holdfast.it.coroutines

import dev.holdfast.runtime.Holdfast
import dev.holdfast.runtime.spi.Clock
import dev.holdfast.testing.HoldfastAssertions.assertThat
import dev.holdfast.testing.RecordingListener
import dev.holdfast.testing.Script
import dev.holdfast.testing.Step.delay
import dev.holdfast.testing.Step.fail
import dev.holdfast.testing.Step.hang
import dev.holdfast.testing.Step.ok
import dev.holdfast.testing.Step.times
import dev.holdfast.testing.VirtualTime
import java.io.IOException
import java.time.Duration
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** Scripts as delegates of suspend functions, and what is recorded of them. */
@OptIn(ExperimentalCoroutinesApi::class)
class ScriptTest {

    private val script = Script.of(UserApi::class.java)

    private fun TestScope.clock(): Clock {
        val scope = this
        return object : Clock {
            override fun nanoTime() = scope.currentTime * 1_000_000

            override fun currentTimeMillis() = scope.currentTime
        }
    }

    private fun TestScope.client(recorded: RecordingListener): UserApi =
        ResilientUserApi(script.client(), Holdfast.builder().clock(clock()).listener(recorded).build())

    @Test
    fun aSuspendFunctionIsRetriedAfterAnyException() = runTest {
        val recorded = RecordingListener(clock())
        script.then(times(2, fail(IOException("down"))), ok())

        client(recorded).ping()

        assertThat(recorded.calls("UserApi.ping")).succeeded().waited("100ms", "200ms").took("300ms")
        assertThat(script.calls("ping")).hasSize(3).allSatisfy { assertThat(it.arguments()).isEmpty() }
    }

    @Test
    fun anAnswerIsTheResultItself() = runTest {
        val reply = Reply(200)
        script.on("user", fail(IOException("declared")), ok(Reply(429, wait = 2)), ok(reply))

        assertThat(client(RecordingListener(clock())).user("ada")).isSameAs(reply)

        assertThat(script.calls()).hasToString("[user(ada), user(ada), user(ada)]")
    }

    @Test
    fun anAttemptMayTakeVirtualTime() = runTest {
        val time = VirtualTime()
        val client = client(RecordingListener(clock()))
        script.`in`(time).then(delay("2s", fail(IOException("down"))), delay("2s", ok("ada")))

        val name = async { client.nickname("ada") }
        runCurrent()
        time.advance(Duration.ofSeconds(2))
        advanceTimeBy(101)
        assertThat(name.isCompleted).isFalse()
        time.advance(Duration.ofSeconds(2))

        assertThat(name.await()).isEqualTo("ada")
    }

    @Test
    fun nothingCouldCancelAnAttemptThatHangs() = runTest {
        script.then(hang())

        assertThatThrownBy { runBlocking { script.client().nickname("ada") } }
            .isInstanceOf(AssertionError::class.java)
            .hasMessageStartingWith("UserApi.nickname has hang(), which nothing could cancel in a suspend function.")
    }
}
