package dev.holdfast.runtime.internal.timeout;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Nanos;

/** Settings of a {@link TimeLimit}, each checked when it is set. */
public final class TimeLimitDraft extends PolicyDraft<TimeLimit> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "Timeout";

    /** Zero while it is not set. */
    long limit;

    long increment;

    public TimeLimitDraft() {}

    public void limitNanos(long nanos) {
        this.limit = Nanos.positive("limit", nanos);
    }

    public void incrementNanos(long nanos) {
        this.increment = Nanos.notNegative("increment", nanos);
    }

    public TimeLimit make() {
        if (limit == 0) {
            throw new IllegalArgumentException("limit is not set, must be given");
        }
        return new TimeLimit(limit, increment);
    }

    @Override
    public TimeLimit make(Context context) {
        return make();
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(ANNOTATION, "value", "increment");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "value":
                limitNanos(value.nanos());
                break;
            case "increment":
                incrementNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }
}
