package dev.holdfast.runtime;

import java.time.Duration;

/**
 * The figures of a {@link CircuitBreaker} at one moment, all of the same stay in a state. Immutable.
 *
 * <p>Those of the window are zero unless the breaker is in rate mode and CLOSED.
 */
public final class BreakerSnapshot {

    private final CircuitBreaker.State state;
    private final int failureCount;
    private final int successCount;
    private final long totals;
    private final long slowTotals;
    private final long retryAfterNanos;
    private final long inStateNanos;

    BreakerSnapshot(BreakerState state, Clock clock) {
        this.state = state.kind();
        this.failureCount = state.failures();
        this.successCount = state.successes();
        this.totals = state.windowTotals();
        this.slowTotals = state.slowTotals();
        this.retryAfterNanos = state.retryAfterNanos();
        this.inStateNanos = Ticks.since(state.since(), clock);
    }

    /**
     * Returns the state.
     *
     * @return the state
     */
    public CircuitBreaker.State state() {
        return state;
    }

    /**
     * Returns what {@link CircuitBreaker#failureCount()} does.
     *
     * @return the number of failures
     */
    public int failureCount() {
        return failureCount;
    }

    /**
     * Returns what {@link CircuitBreaker#successCount()} does.
     *
     * @return the number of successful probes, 0 unless HALF_OPEN
     */
    public int successCount() {
        return successCount;
    }

    /**
     * Returns how many calls are in the window.
     *
     * @return the number of calls
     */
    public int windowCalls() {
        return RateWindow.calls(totals);
    }

    /**
     * Returns how many calls in the window failed.
     *
     * @return the number of failed calls
     */
    public int windowFailures() {
        return RateWindow.marked(totals);
    }

    /**
     * Returns how many calls in the window were slow, failed ones included.
     *
     * @return the number of slow calls, 0 where {@code slowCall} is not set
     */
    public int windowSlowCalls() {
        return RateWindow.marked(slowTotals);
    }

    /**
     * Returns which part of the calls in the window failed.
     *
     * @return from 0 to 100, in percent; 0 where there are no calls
     */
    public double failureRate() {
        return rate(totals);
    }

    /**
     * Returns which part of the calls in the window was slow.
     *
     * @return from 0 to 100, in percent; 0 where there are no calls
     */
    public double slowCallRate() {
        return rate(slowTotals);
    }

    /**
     * Returns what a caller who is rejected now would read from {@link CircuitOpenException#retryAfter()}.
     *
     * @return the time, zero where calls are admitted
     */
    public Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    /**
     * Returns how long the breaker has been in its state, to a fifteenth of a second, on a monotonic clock.
     *
     * @return the time; wraps after nine years
     */
    public Duration inState() {
        return Duration.ofNanos(inStateNanos);
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return state + " for " + DurationText.rounded(inStateNanos) + ", failures=" + failureCount + ", successes="
                + successCount + ", window: calls=" + windowCalls() + ", failed=" + windowFailures() + ", slow="
                + windowSlowCalls() + ", retry after " + DurationText.rounded(retryAfterNanos);
    }

    private static double rate(long totals) {
        return totals == 0 ? 0 : 100.0 * RateWindow.marked(totals) / RateWindow.calls(totals);
    }
}
