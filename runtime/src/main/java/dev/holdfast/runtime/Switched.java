package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** FORCED_OPEN and DISABLED: what an operator has switched stays until it is switched again, whatever calls do. */
final class Switched implements BreakerState {

    private final CircuitBreaker breaker;
    private final CircuitBreaker.State kind;
    private final int since;

    Switched(CircuitBreaker breaker, CircuitBreaker.State kind) {
        this.breaker = breaker;
        this.kind = kind;
        this.since = Ticks.now(breaker.settings().clock);
    }

    @Override
    public CircuitBreaker.State kind() {
        return kind;
    }

    @Override
    public @Nullable Permit tryAcquire(boolean manual, long limitNanos) {
        return kind == CircuitBreaker.State.DISABLED ? Unguarded.PERMIT : null;
    }

    /** Nobody knows when a forced-open breaker is let go; the recovery time is a polite guess. */
    @Override
    public long retryAfterNanos() {
        return kind == CircuitBreaker.State.DISABLED ? 0 : breaker.settings().recoveryNanos;
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public int failures() {
        return 0;
    }

    @Override
    public Permit manualPermit() {
        return Unguarded.PERMIT;
    }
}
