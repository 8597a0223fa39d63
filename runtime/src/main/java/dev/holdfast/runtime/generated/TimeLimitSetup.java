package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.timeout.TimeLimitDraft;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link TimeLimiter} for generated code, with times in nanoseconds. Not thread-safe. */
public final class TimeLimitSetup {

    private final TimeLimitDraft draft = new TimeLimitDraft();

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static TimeLimitSetup create() {
        return new TimeLimitSetup();
    }

    private TimeLimitSetup() {}

    /**
     * Sets the limit of the first attempt.
     *
     * @param nanos nanoseconds, more than zero
     * @return this builder
     */
    public TimeLimitSetup limitNanos(long nanos) {
        draft.limitNanos(nanos);
        return this;
    }

    /**
     * Sets the time added to the limit for each further attempt.
     *
     * @param nanos nanoseconds, zero or more; zero by default
     * @return this builder
     */
    public TimeLimitSetup incrementNanos(long nanos) {
        draft.incrementNanos(nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public TimeLimiter build(ClientSetup setup, @Nullable TimeLimiter given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.implementation(TimeLimit.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public TimeLimiter build(ClientSetup setup, String method, @Nullable TimeLimiter given) {
        return setup.client.build(draft, method, Settings.implementation(TimeLimit.class, given));
    }
}
