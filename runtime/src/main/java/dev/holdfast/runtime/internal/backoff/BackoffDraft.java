package dev.holdfast.runtime.internal.backoff;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.RandomSource;
import java.util.Objects;

/** Settings of a {@link RetryPolicy}, each checked when it is set. */
public final class BackoffDraft extends PolicyDraft<RetryPolicy> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "Backoff";

    private static final int MOST_ATTEMPTS = 1_000;
    private static final double LARGEST_FACTOR = 100.0;

    public int maxAttempts = 5;
    long baseDelay = 1_000_000_000L;
    long maxDelay = 60_000_000_000L;
    public double factor = 2.0;
    public Jitter jitter = Jitter.FULL;
    public Class<?>[] retryOn = {Exception.class};
    public Class<?>[] abortOn = {};
    public StatusSet retryStatuses = StatusSet.of("408", "5xx");

    /** Zero for none. */
    long deadline;

    public BackoffDraft() {}

    public void maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, MOST_ATTEMPTS);
    }

    public void baseDelayNanos(long nanos) {
        this.baseDelay = Nanos.notNegative("baseDelay", nanos);
    }

    public void maxDelayNanos(long nanos) {
        this.maxDelay = Nanos.notNegative("maxDelay", nanos);
    }

    public void factor(double factor) {
        this.factor = Settings.inRange("factor", factor, 1.0, LARGEST_FACTOR);
    }

    public void jitter(Jitter jitter) {
        this.jitter = Objects.requireNonNull(jitter, "jitter");
    }

    public void retryOn(Class<?>[] classes) {
        this.retryOn = Settings.classes("retryOn", classes);
    }

    public void abortOn(Class<?>[] classes) {
        this.abortOn = Settings.classes("abortOn", classes);
    }

    public void retryStatuses(String... patterns) {
        this.retryStatuses = StatusSet.of(patterns);
    }

    public void deadlineNanos(long nanos) {
        this.deadline = Nanos.positive("deadline", nanos);
    }

    public RetryPolicy make() {
        return build(RandomSource.system());
    }

    @Override
    public RetryPolicy make(Context context) {
        return build(context.random());
    }

    private RetryPolicy build(RandomSource random) {
        Settings.atLeast("maxDelay", maxDelay, "baseDelay", baseDelay);
        return new RetryPolicy(this, random);
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(
                        ANNOTATION,
                        "maxAttempts",
                        "baseDelay",
                        "maxDelay",
                        "factor",
                        "jitter",
                        "retryStatuses",
                        "deadline")
                .fixed("retryOn", "abortOn", "retryResult");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "maxAttempts":
                maxAttempts(value.integer());
                break;
            case "baseDelay":
                baseDelayNanos(value.nanos());
                break;
            case "maxDelay":
                maxDelayNanos(value.nanos());
                break;
            case "factor":
                factor(value.number());
                break;
            case "jitter":
                jitter(value.constant(Jitter.values()));
                break;
            case "retryStatuses":
                retryStatuses(value.list());
                break;
            case "deadline":
                if (value.isEmpty()) {
                    deadline = 0;
                } else {
                    deadlineNanos(value.nanos());
                }
                break;
            default:
                throw new AssertionError(attribute);
        }
    }
}
