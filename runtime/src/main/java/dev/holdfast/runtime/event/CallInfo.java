package dev.holdfast.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * One call, from its beginning to its end: the same object in all its events. Carries what a listener keeps from one event
 * to the next. Thread-safe.
 */
public interface CallInfo {

    /**
     * Returns the name of the client, such as {@code "GitHubClient"}.
     *
     * @return the part of {@link #call} before the last dot outside of parentheses; all of it without one
     */
    String client();

    /**
     * Returns the name of the method, such as {@code "user"}.
     *
     * @return the part of {@link #call} after that dot, with the parameters of an overload; {@code "call"} without one
     */
    String method();

    /**
     * Returns the name of the call, as in all events.
     *
     * @return such as {@code "GitHubClient.user"}
     */
    String call();

    /**
     * Returns whether the call stays on the thread of its caller, which begins and ends each attempt there. A listener may put something in place for
     * the time of such an attempt.
     *
     * @return false for all calls that go on, or may go on, on other threads
     */
    default boolean isSynchronous() {
        return false;
    }

    /**
     * Returns what {@link #attach} was given for a key.
     *
     * @param key an object of the listener's own
     * @return the latest value, or null without one
     */
    @Nullable
    Object attachment(Object key);

    /**
     * Keeps a value until the end of the call.
     *
     * @param key an object of the listener's own, so that two listeners do not meet
     * @param value takes the place of an earlier one
     */
    void attach(Object key, Object value);
}
