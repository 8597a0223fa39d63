package dev.holdfast.benchmarks.subject;

/** What protects a client. The interfaces with Holdfast's annotations say it exactly; rivals come as near as they can. */
public enum Policies {
    /** A breaker that opens after failures in a row, or a library's default one. */
    BREAKER,
    /** Up to 3 attempts without a wait. */
    RETRY,
    /** Up to 3 attempts without a wait, each through a breaker. */
    RETRY_BREAKER,
    /** The same, and status 429 is waited out. */
    LIMITED,
    /** A breaker that opens when half of the last 100 calls have failed. */
    COUNT_WINDOW,
    /** A breaker that opens when half of the last minute's calls have failed. */
    TIME_WINDOW
}
