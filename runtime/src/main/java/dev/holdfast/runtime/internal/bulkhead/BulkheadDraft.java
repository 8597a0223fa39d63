package dev.holdfast.runtime.internal.bulkhead;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.spi.Sleeper;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Places}, each checked when it is set. */
public final class BulkheadDraft extends PolicyDraft<Places> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "Bulkhead";

    public @Nullable String name;

    public int maxConcurrent = 10;
    public long maxWaitNanos;

    public BulkheadDraft() {}

    public void name(String name) {
        this.name = Settings.name(name);
    }

    public void maxConcurrent(int calls) {
        this.maxConcurrent = Settings.inRange("maxConcurrent", calls, 1, Integer.MAX_VALUE);
    }

    public void maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
    }

    public Places make() {
        return new Places(settings(Sleeper.system()));
    }

    @Override
    public Places make(Context context) {
        return new Places(settings(context.sleeper()));
    }

    BulkheadSettings settings(Sleeper sleeper) {
        return new BulkheadSettings(this, sleeper);
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(ANNOTATION, "maxConcurrent", "maxWait").fixed("name");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "maxConcurrent":
                maxConcurrent(value.integer());
                break;
            case "maxWait":
                maxWaitNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    @Override
    public Places share(Context context, String usedBy) {
        String shared = Settings.sharedName(name);
        BulkheadSettings wanted = settings(context.sleeper());
        return context.share("bulkhead", shared, new Places(wanted), wanted.toString(), usedBy);
    }

    @Override
    public void rename(String name) {
        name(name);
    }
}
