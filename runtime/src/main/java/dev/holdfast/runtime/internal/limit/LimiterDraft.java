package dev.holdfast.runtime.internal.limit;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Limiter}, each checked when it is set. */
public final class LimiterDraft extends PolicyDraft<Limiter> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "RateLimited";

    public @Nullable String name;

    public long defaultDelayNanos = 30_000_000_000L;
    public long maxDelayNanos = 300_000_000_000L;
    public boolean respectRetryAfter = true;
    public BeyondMaxDelay beyondMaxDelay = BeyondMaxDelay.GIVE_UP;
    public StatusSet statuses = StatusSet.of(429);
    public int maxAttempts = 5;
    public boolean shared = true;
    public int permits;
    public long perNanos = 1_000_000_000L;
    public int burst;
    public long maxWaitNanos;

    public LimiterDraft() {}

    public void name(String name) {
        this.name = Settings.name(name);
    }

    public void defaultDelayNanos(long nanos) {
        this.defaultDelayNanos = Nanos.notNegative("defaultDelay", nanos);
    }

    public void maxDelayNanos(long nanos) {
        this.maxDelayNanos = Nanos.positive("maxDelay", nanos);
    }

    public void respectRetryAfter(boolean respect) {
        this.respectRetryAfter = respect;
    }

    public void beyondMaxDelay(BeyondMaxDelay choice) {
        this.beyondMaxDelay = Objects.requireNonNull(choice, "beyondMaxDelay");
    }

    public void statuses(int... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("statuses is empty, must name at least one");
        }
        this.statuses = StatusSet.of(statuses);
    }

    public void maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, 1_000);
    }

    public void shared(boolean shared) {
        this.shared = shared;
    }

    public void permits(int permits) {
        this.permits = Settings.inRange("permits", permits, 0, 1_000_000_000);
    }

    public void perNanos(long nanos) {
        this.perNanos = Nanos.positive("per", nanos);
    }

    public void burst(int burst) {
        this.burst = Settings.inRange("burst", burst, 0, Integer.MAX_VALUE);
    }

    public void maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
    }

    public Limiter make() {
        return new Limiter(settings(Clock.system(), Events.NONE));
    }

    @Override
    public Limiter make(Context context) {
        return new Limiter(settings(context.clock(), context.events()));
    }

    LimiterSettings settings(Clock clock, Events events) {
        Settings.atLeast("maxDelay", maxDelayNanos, "defaultDelay", defaultDelayNanos);
        LimiterSettings.checkQuota(permits, perNanos, burst);
        return new LimiterSettings(this, clock, events);
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(
                        ANNOTATION,
                        "defaultDelay",
                        "maxDelay",
                        "respectRetryAfter",
                        "beyondMaxDelay",
                        "statuses",
                        "maxAttempts",
                        "shared",
                        "permits",
                        "per",
                        "burst",
                        "maxWait")
                .fixed("name", "on", "hint");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "defaultDelay":
                defaultDelayNanos(value.nanos());
                break;
            case "maxDelay":
                maxDelayNanos(value.nanos());
                break;
            case "respectRetryAfter":
                respectRetryAfter(value.bool());
                break;
            case "beyondMaxDelay":
                beyondMaxDelay(value.constant(BeyondMaxDelay.values()));
                break;
            case "statuses":
                statuses(value.integers());
                break;
            case "maxAttempts":
                maxAttempts(value.integer());
                break;
            case "shared":
                shared(value.bool());
                break;
            case "permits":
                permits(value.integer());
                break;
            case "per":
                perNanos(value.nanos());
                break;
            case "burst":
                burst(value.integer());
                break;
            case "maxWait":
                maxWaitNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    @Override
    public Limiter share(Context context, String usedBy) {
        String shared = Settings.sharedName(name);
        LimiterSettings wanted = settings(context.clock(), context.events());
        return context.share("rate limiter", shared, new Limiter(wanted), wanted.toString(), usedBy);
    }

    @Override
    public void rename(String name) {
        name(name);
    }
}
