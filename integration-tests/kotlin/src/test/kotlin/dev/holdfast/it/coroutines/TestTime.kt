package dev.holdfast.it.coroutines

import dev.holdfast.runtime.Holdfast
import dev.holdfast.runtime.spi.Clock
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.currentTime

/** A context whose time is that of the test. */
internal fun TestScope.holdfast(): Holdfast = Holdfast.builder().clock(TestClock(this)).build()

@OptIn(ExperimentalCoroutinesApi::class)
private class TestClock(private val scope: TestScope) : Clock {
    override fun nanoTime() = scope.currentTime * 1_000_000

    override fun currentTimeMillis() = scope.currentTime
}

/** What a call fails with. */
internal suspend fun failure(call: suspend () -> Any?): Throwable {
    try {
        throw AssertionError("returned " + call())
    } catch (failure: Exception) {
        return failure
    }
}
