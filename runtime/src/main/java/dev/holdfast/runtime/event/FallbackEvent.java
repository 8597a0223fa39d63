package dev.holdfast.runtime.event;

/** A failed call whose fallback is about to answer. Immutable. */
public final class FallbackEvent {

    private final String call;
    private final Throwable failure;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call the name of the call
     * @param failure the failure
     */
    public FallbackEvent(String call, Throwable failure) {
        this.call = call;
        this.failure = failure;
    }

    /**
     * Returns the name of the call, such as {@code "GitHubClient.user"}.
     *
     * @return the name
     */
    public String call() {
        return call;
    }

    /**
     * Returns the exception that the caller would get without a fallback.
     *
     * @return the failure of the last attempt, or a rejection
     */
    public Throwable failure() {
        return failure;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return call + ": falls back after " + failure;
    }
}
