package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.timeout.TimeLimitSettings;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link TimeLimiter} for generated code, with times in nanoseconds. Not thread-safe. */
public final class TimeLimitSetup extends TimeLimitSettings {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "Timeout";

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static TimeLimitSetup create() {
        return new TimeLimitSetup();
    }

    TimeLimitSetup() {}

    /**
     * Sets the limit of the first attempt.
     *
     * @param nanos nanoseconds, more than zero
     * @return this builder
     */
    public TimeLimitSetup limitNanos(long nanos) {
        this.limit = Nanos.positive("limit", nanos);
        return this;
    }

    /**
     * Sets the time added to the limit for each further attempt.
     *
     * @param nanos nanoseconds, zero or more; zero by default
     * @return this builder
     */
    public TimeLimitSetup incrementNanos(long nanos) {
        this.increment = Nanos.notNegative("increment", nanos);
        return this;
    }

    /**
     * Sets the time limit between two items of a stream.
     *
     * @param nanos nanoseconds, more than zero; no limit by default
     * @return this builder
     */
    public TimeLimitSetup betweenItemsNanos(long nanos) {
        this.betweenItems = Nanos.positive("betweenItems", nanos);
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
        return setup.build(this, TimeLimit.class, given);
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
        return setup.build(this, method, TimeLimit.class, given);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Arrays.asList("value", "increment", "betweenItems");
    }

    @Override
    protected List<String> fixed() {
        return Collections.emptyList();
    }

    @Override
    protected String get(String attribute) {
        switch (attribute) {
            case "value":
                return DurationText.of(limit);
            case "increment":
                return DurationText.of(increment);
            default: // "betweenItems"
                return durationOrNone(betweenItems);
        }
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "value":
                limitNanos(value.nanos());
                break;
            case "increment":
                incrementNanos(value.nanos());
                break;
            case "betweenItems":
                if (value.isEmpty()) {
                    betweenItems = 0;
                } else {
                    betweenItemsNanos(value.nanos());
                }
                break;
            default:
                value.refuse(attribute);
        }
    }
}
