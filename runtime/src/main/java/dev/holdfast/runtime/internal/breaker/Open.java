package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/** OPEN: rejects calls until the recovery time is over; the first call after that changes the state to HALF_OPEN. */
public final class Open implements BreakerState {

    private final Breaker breaker;
    private final int failures;
    private final int reopenings;
    private final int since;
    private final long until;

    /**
     * Opens now.
     *
     * @param failures the number of failures that opened the breaker
     * @param reopenings the number of failed probes since the breaker was last closed
     */
    Open(Breaker breaker, int failures, int reopenings) {
        this.breaker = breaker;
        this.failures = failures;
        this.reopenings = reopenings;
        BreakerSettings settings = breaker.settings();
        long now = settings.clock.nanoTime();
        this.since = BreakerState.ticks(now);
        this.until = now + settings.recoveryNanos(reopenings);
    }

    /** Throws the rejection of a call. Not in the breaker, where the JVM's verifier would load the exception for every client. */
    @SuppressWarnings("DoNotCallSuggester")
    static Permit reject(Breaker breaker) {
        throw breaker.rejection();
    }

    @Override
    public CircuitState kind() {
        return CircuitState.OPEN;
    }

    @Override
    public @Nullable Permit tryAcquire(boolean manual, long limitNanos) {
        if (retryAfterNanos() > 0) {
            return null;
        }
        breaker.transition(
                this, new HalfOpen(breaker, failures, reopenings), StateChangeEvent.Reason.RECOVERY_TIME_OVER, null);
        return breaker.current().tryAcquire(manual, limitNanos);
    }

    @Override
    public long retryAfterNanos() {
        return Math.max(0, until - breaker.settings().clock.nanoTime());
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public int failures() {
        return failures;
    }

    @Override
    public Permit manualPermit() {
        return SharedPermit.NO_OP;
    }
}
