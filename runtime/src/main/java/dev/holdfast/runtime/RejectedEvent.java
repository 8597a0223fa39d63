package dev.holdfast.runtime;

/** A call, or a further attempt of one, that Holdfast did not let through. Immutable. */
public final class RejectedEvent {

    private final String call;
    private final ResilienceException rejection;

    RejectedEvent(String call, ResilienceException rejection) {
        this.call = call;
        this.rejection = rejection;
    }

    /**
     * Returns what was called, such as {@code "GitHubClient.user"}.
     *
     * @return the name
     */
    public String call() {
        return call;
    }

    /**
     * Returns what rejected it and until when. A first attempt throws this; a further one ends with the last real failure.
     *
     * @return the rejection
     */
    public ResilienceException rejection() {
        return rejection;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return call + ": " + rejection.getMessage();
    }
}
