package dev.holdfast.benchmarks.subject;

/** What protects a client. The interfaces with Holdfast's annotations say it exactly; rivals come as near as they can. */
public enum Policies {
    /** A breaker that opens after failures in a row, or a library's default one. */
    BREAKER("breaker"),
    /** Up to 3 attempts without a wait. */
    RETRY("retry"),
    /** Up to 3 attempts without a wait, each through a breaker. */
    RETRY_BREAKER("retry + breaker"),
    /** The same, and status 429 is waited out. */
    LIMITED("retry + breaker + rate limit"),
    /** A breaker that opens when half of the last 100 calls have failed. */
    COUNT_WINDOW("count window"),
    /** A breaker that opens when half of the last minute's calls have failed. */
    TIME_WINDOW("time window"),
    /** All that Holdfast has, but a quota. */
    EVERYTHING("everything"),
    /** Attempts are cut after half a second. */
    TIMEOUT("short timeout"),
    /** Attempts are cut after ten seconds: so long that a library need not look at the clock for each of them. */
    LONG_TIMEOUT("long timeout"),
    /** Asynchronous only: a second attempt, an hour after the first. */
    LATE_RETRY("late retry");

    private final String title;

    Policies(String title) {
        this.title = title;
    }

    /**
     * Says it in words, for tables.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }
}
