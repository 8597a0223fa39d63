package dev.holdfast.kotlin

import dev.holdfast.runtime.event.AttemptEvent
import dev.holdfast.runtime.event.FallbackEvent
import dev.holdfast.runtime.event.HoldEvent
import dev.holdfast.runtime.event.RejectedEvent
import dev.holdfast.runtime.event.ResilienceListener
import dev.holdfast.runtime.event.StateChangeEvent
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.SharedFlow
import kotlinx.coroutines.flow.asSharedFlow

/** What has happened in a context. */
public sealed interface ResilienceEvent {

    /** An attempt has failed, and another follows. */
    public class Retry(public val event: AttemptEvent) : ResilienceEvent

    /** An attempt has failed, and none follows. */
    public class GaveUp(public val event: AttemptEvent) : ResilienceEvent

    /** A circuit breaker has changed its state. */
    public class StateChange(public val event: StateChangeEvent) : ResilienceEvent

    /** A call or a further attempt was rejected. */
    public class Rejected(public val event: RejectedEvent) : ResilienceEvent

    /** A call has failed, and its fallback answers. */
    public class FellBack(public val event: FallbackEvent) : ResilienceEvent

    /** A hold has begun, or has become longer. */
    public class Hold(public val event: HoldEvent) : ResilienceEvent

    /** A hold has ended. */
    public class Release(public val event: HoldEvent) : ResilienceEvent
}

/**
 * A listener whose events are a flow. Never delays a call: a collector that is slower than the events misses the oldest ones.
 *
 * ```
 * val listener = ResilienceEvents()
 * val holdfast = Holdfast.builder().listener(listener).build()
 * scope.launch { listener.events.collect { … } }
 * ```
 *
 * @param capacity how many events wait for a slow collector
 */
public class ResilienceEvents(capacity: Int = 256) : ResilienceListener {

    private val shared =
        MutableSharedFlow<ResilienceEvent>(
            extraBufferCapacity = capacity,
            onBufferOverflow = BufferOverflow.DROP_OLDEST,
        )

    /** The events from the beginning of the collection on. */
    public val events: SharedFlow<ResilienceEvent> = shared.asSharedFlow()

    override fun onRetry(event: AttemptEvent): Unit = emit(ResilienceEvent.Retry(event))

    override fun onGiveUp(event: AttemptEvent): Unit = emit(ResilienceEvent.GaveUp(event))

    override fun onStateChange(event: StateChangeEvent): Unit = emit(ResilienceEvent.StateChange(event))

    override fun onRejected(event: RejectedEvent): Unit = emit(ResilienceEvent.Rejected(event))

    override fun onFallback(event: FallbackEvent): Unit = emit(ResilienceEvent.FellBack(event))

    override fun onHold(event: HoldEvent): Unit = emit(ResilienceEvent.Hold(event))

    override fun onRelease(event: HoldEvent): Unit = emit(ResilienceEvent.Release(event))

    private fun emit(event: ResilienceEvent) {
        shared.tryEmit(event)
    }
}
