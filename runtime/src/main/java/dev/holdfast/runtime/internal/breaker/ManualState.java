package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import org.jspecify.annotations.Nullable;

/** FORCED_OPEN and DISABLED: set by an operator, or by overrides, and unchanged by calls. */
public final class ManualState implements BreakerState {

    private final Breaker breaker;
    private final CircuitState kind;
    private final int since;

    /** Whether overrides have switched the breaker off, and may switch it on again. */
    final boolean byOverrides;

    ManualState(Breaker breaker, CircuitState kind, boolean byOverrides) {
        this.breaker = breaker;
        this.kind = kind;
        this.byOverrides = byOverrides;
        this.since = BreakerState.ticks(breaker.settings().clock.nanoTime());
    }

    @Override
    public CircuitState kind() {
        return kind;
    }

    @Override
    public @Nullable Permit tryAcquire(boolean manual, long limitNanos) {
        return kind == CircuitState.DISABLED ? SharedPermit.NO_OP : null;
    }

    /** Returns the recovery time for FORCED_OPEN, as a guess: its end is not known. */
    @Override
    public long retryAfterNanos() {
        return kind == CircuitState.DISABLED ? 0 : breaker.settings().recoveryNanos;
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
        return SharedPermit.NO_OP;
    }
}
