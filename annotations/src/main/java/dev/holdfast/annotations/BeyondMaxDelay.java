package dev.holdfast.annotations;

/** The reaction to a requested delay beyond {@link RateLimited#maxDelay()}. */
public enum BeyondMaxDelay {

    /** Do not wait: return or throw the answer at once, unchanged. */
    GIVE_UP,

    /** Retry after {@link RateLimited#maxDelay()}, although the server asked for more. */
    CLAMP
}
