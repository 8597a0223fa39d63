package dev.holdfast.annotations;

/** Reaction to a server that asks for a longer wait than {@link RateLimited#maxDelay()}. */
public enum BeyondMaxDelay {

    /** Does not wait: returns or throws the response at once, unchanged. */
    GIVE_UP,

    /** Waits {@link RateLimited#maxDelay()} and retries, earlier than the server asked. */
    CLAMP
}
