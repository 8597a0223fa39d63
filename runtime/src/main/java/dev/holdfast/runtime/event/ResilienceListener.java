package dev.holdfast.runtime.event;

/**
 * Listens to the policies: retries, rejections, changes of state. Every method does nothing by default.
 *
 * <p>Called on the thread of the call, after the event and without a lock; must be thread-safe and should return soon.
 * Its exceptions are dropped, so a listener never breaks a call. Events of several threads may arrive out of order.
 * Those of one breaker or limiter, {@link #onStateChange}, {@link #onHold} and {@link #onRelease}, arrive one at a time
 * and in order: events during such a callback, even events that the listener causes, follow after it on the same
 * thread, and no other thread waits for that.
 */
public interface ResilienceListener {

    /**
     * An attempt failed; another follows after {@link AttemptEvent#delay()}.
     *
     * @param event the event
     */
    default void onRetry(AttemptEvent event) {}

    /**
     * An attempt failed and is not retried: its answer is final, or no attempt or time is left.
     *
     * @param event the event
     */
    default void onGiveUp(AttemptEvent event) {}

    /**
     * A circuit breaker changed its state.
     *
     * @param event the event
     */
    default void onStateChange(StateChangeEvent event) {}

    /**
     * A call, or a further attempt of a call, was rejected.
     *
     * @param event the event
     */
    default void onRejected(RejectedEvent event) {}

    /**
     * A call failed, and its fallback is about to answer.
     *
     * @param event the event
     */
    default void onFallback(FallbackEvent event) {}

    /**
     * A hold of a rate limiter began, or became longer.
     *
     * @param event the limiter, and the time of the hold from now on
     */
    default void onHold(HoldEvent event) {}

    /**
     * A hold of a rate limiter ended. Noticed by the first call after it.
     *
     * @param event the limiter, and the time of the hold
     */
    default void onRelease(HoldEvent event) {}

    /**
     * A circuit breaker, rate limiter or bulkhead was made for a client, or by name. One with a name is told once, with its first user.
     * Listeners must not keep the policy alive, so that it can go with its client.
     *
     * @param policy the policy
     */
    default void onPolicyAdded(PolicyEntry<?> policy) {}
}
