package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.spi.Clock;
import java.time.Duration;

/** The implementation of {@link BreakerSnapshot}. */
public final class BreakerFigures implements BreakerSnapshot {

    private final CircuitState state;
    private final int failureCount;
    private final int successCount;
    private final long totals;
    private final long slowTotals;
    private final long retryAfterNanos;
    private final long inStateNanos;

    private BreakerFigures(BreakerState state, Clock clock) {
        this.state = state.kind();
        this.failureCount = state.failures();
        this.successCount = state.successes();
        this.totals = state.windowTotals();
        this.slowTotals = state.slowTotals();
        this.retryAfterNanos = state.retryAfterNanos();
        int ticks = BreakerState.ticks(clock.nanoTime()) - state.since();
        this.inStateNanos = Integer.toUnsignedLong(ticks) << BreakerState.TICK_SHIFT;
    }

    static BreakerSnapshot of(BreakerState state, Clock clock) {
        return new BreakerFigures(state, clock);
    }

    @Override
    public CircuitState state() {
        return state;
    }

    @Override
    public int failureCount() {
        return failureCount;
    }

    @Override
    public int successCount() {
        return successCount;
    }

    @Override
    public int windowCalls() {
        return RateWindow.calls(totals);
    }

    @Override
    public int windowFailures() {
        return RateWindow.marked(totals);
    }

    @Override
    public int windowSlowCalls() {
        return RateWindow.marked(slowTotals);
    }

    @Override
    public double failureRate() {
        return rate(totals);
    }

    @Override
    public double slowCallRate() {
        return rate(slowTotals);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    @Override
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
