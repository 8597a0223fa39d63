package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.bulkhead.BulkheadSettings;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Bulkhead} for generated code, with times in nanoseconds. Not thread-safe. */
public final class BulkheadSetup extends BulkheadSettings {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "Bulkhead";

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static BulkheadSetup create() {
        return new BulkheadSetup();
    }

    BulkheadSetup() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the bulkhead.
     *
     * @param name not empty; "bulkhead" by default, a name that is never shared
     * @return this
     */
    public BulkheadSetup name(String name) {
        this.name = checkedName(name);
        return this;
    }

    /**
     * Sets the maximum number of concurrent attempts.
     *
     * @param calls at least 1; 10 by default
     * @return this
     */
    public BulkheadSetup maxConcurrent(int calls) {
        this.maxConcurrent = Settings.inRange("maxConcurrent", calls, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for a place.
     *
     * @param nanos nanoseconds, from zero, the default, to 365 days
     * @return this
     */
    public BulkheadSetup maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public Bulkhead build(ClientSetup setup, @Nullable Bulkhead given) {
        return setup.build(this, Places.class, given);
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public Bulkhead build(ClientSetup setup, String method, @Nullable Bulkhead given) {
        return setup.build(this, method, Places.class, given);
    }

    /**
     * Returns the policy that the context shares by its name.
     *
     * @param setup of the client
     * @param usedBy {@code Client} or {@code Client#method}, for the message about different settings
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     * @throws IllegalStateException if the policy of that name has different settings; the message names both users
     */
    public Bulkhead share(ClientSetup setup, String usedBy, @Nullable Bulkhead given) {
        return setup.share(this, usedBy, Places.class, given);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Arrays.asList("maxConcurrent", "maxWait");
    }

    @Override
    protected List<String> fixed() {
        return Collections.singletonList("name");
    }

    @Override
    protected String get(String attribute) {
        switch (attribute) {
            case "maxConcurrent":
                return String.valueOf(maxConcurrent);
            default: // "maxWait"
                return DurationText.of(maxWaitNanos);
        }
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "maxConcurrent":
                maxConcurrent(value.integer());
                break;
            case "maxWait":
                maxWaitNanos(value.nanos());
                break;
            default:
                value.refuse(attribute);
        }
    }
}
