package dev.holdfast.annotations;

/** What to do when a server asks for a longer wait than {@link RateLimited#maxDelay()} accepts. */
public enum BeyondMaxDelay {

    /** Do not wait: return or throw the answer at once, as it came. */
    GIVE_UP,

    /** Wait {@link RateLimited#maxDelay()} and try again, although the server asked for more. */
    CLAMP
}
