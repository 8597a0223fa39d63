package dev.holdfast.runtime.event;

/**
 * Listens to calls and their attempts too. For each call there is one {@link #onCallBegun} and one {@link #onCallEnded},
 * and between them one {@link #onAttemptBegun} and one {@link #onAttemptEnded} for each attempt, in this order: the
 * events of one call never come at the same time, but may come on several threads. The other methods of
 * {@link ResilienceListener} are called in between.
 *
 * <p>A context with such a listener lets no call take the quick path, and makes objects for each call and attempt; without
 * one nothing is measured and nothing is made. Rules as for {@link ResilienceListener}: thread-safe, soon done, exceptions
 * are dropped.
 */
public interface CallListener extends ResilienceListener {

    /**
     * A call has begun, and its policies are about to be asked.
     *
     * @param call the call
     */
    default void onCallBegun(CallInfo call) {}

    /**
     * An attempt was admitted and is about to be made, on this thread.
     *
     * @param call the call
     * @param attempt the number of the attempt, from 1
     */
    default void onAttemptBegun(CallInfo call, int attempt) {}

    /**
     * An attempt has ended, and it is known whether another one is to follow.
     *
     * @param attempt the end of the attempt
     */
    default void onAttemptEnded(AttemptEnd attempt) {}

    /**
     * A call has ended, and its caller or its fallback is about to be told.
     *
     * @param end the end of the call
     */
    default void onCallEnded(CallEnd end) {}

    /**
     * Returns whether the times of attempts and calls are measured. Asked once, when the context is built.
     *
     * @return false to read no clock, if no other listener wants times: all durations are zero
     */
    default boolean wantsTimes() {
        return true;
    }
}
