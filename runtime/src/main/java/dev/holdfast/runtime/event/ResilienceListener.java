package dev.holdfast.runtime.event;

/**
 * Is told what Holdfast does about calls. Every method does nothing by default.
 *
 * <p>Called on the thread of the call, after the fact and outside of any lock; it should return soon. What it throws is
 * dropped: a listener breaks no call. Must be thread-safe. Events of different threads may arrive in another order than they
 * happened, but not those of one breaker or limiter, {@link #onStateChange}, {@link #onHold} and {@link #onRelease}: these come one after
 * the other, each {@code from} the {@code to} before it. What happens while the listener is at work on one of them, also by its own
 * doing, it is told after that and on the same thread; nobody waits for it.
 */
public interface ResilienceListener {

    /**
     * An attempt failed and another will be made after {@link AttemptEvent#delay()}.
     *
     * @param event what happened
     */
    default void onRetry(AttemptEvent event) {}

    /**
     * An attempt failed and the caller gets its failure, because it is not retried or nothing is left to retry with.
     *
     * @param event what happened
     */
    default void onGiveUp(AttemptEvent event) {}

    /**
     * A circuit breaker changed its state.
     *
     * @param event what happened
     */
    default void onStateChange(StateChangeEvent event) {}

    /**
     * A call, or a further attempt of one, was not let through.
     *
     * @param event what happened
     */
    default void onRejected(RejectedEvent event) {}

    /**
     * A call has failed for good, and its fallback is about to answer.
     *
     * @param event what happened
     */
    default void onFallback(FallbackEvent event) {}

    /**
     * A rate limiter begins to hold calls back, or does so for longer than it meant before.
     *
     * @param event which limiter, and for how long from now
     */
    default void onHold(HoldEvent event) {}

    /**
     * A rate limiter lets calls through again. Noticed by the first call after the hold.
     *
     * @param event which limiter, and for how long it has held
     */
    default void onRelease(HoldEvent event) {}
}
