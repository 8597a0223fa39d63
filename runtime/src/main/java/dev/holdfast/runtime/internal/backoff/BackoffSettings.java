package dev.holdfast.runtime.internal.backoff;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link RetryPolicy}. A policy keeps a copy, which nobody changes. */
public abstract class BackoffSettings extends PolicySettings<RetryPolicy> {

    private static final Class<?>[] EXCEPTION = {Exception.class};
    static final Class<?>[] NONE = {};

    protected int maxAttempts = 5;
    protected long baseDelay = 1_000_000_000L;
    protected long maxDelay = 60_000_000_000L;
    protected double factor = 2.0;

    /** Null for full, so that most clients do not load the enum. */
    protected @Nullable Jitter jitter;

    protected Class<?>[] retryOn = EXCEPTION;
    protected Class<?>[] abortOn = NONE;
    protected StatusSet retryStatuses = StatusSet.of("408", "5xx");

    /** Zero for none. */
    protected long deadline;

    protected BackoffSettings() {}

    @Override
    protected final void check() {
        atLeast("maxDelay", maxDelay, "baseDelay", baseDelay);
    }

    /** Guards have read the statuses; a call that is under way computes with its deadline. */
    @Override
    protected final boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        return !attribute.equals("retryStatuses") && !attribute.equals("deadline");
    }

    @Override
    protected final void applyTo(RetryPolicy policy) {
        policy.settings(this);
    }

    @Override
    protected final RetryPolicy build(Context context) {
        return new RetryPolicy(this, context);
    }

    protected final Jitter jitter() {
        return jitter == null ? Jitter.FULL : jitter;
    }

    /** Returns the same settings for other exceptions. */
    final BackoffSettings retryingOn(Class<?>[] classes) {
        BackoffSettings other = (BackoffSettings) copy();
        other.retryOn = classes;
        return other;
    }
}
