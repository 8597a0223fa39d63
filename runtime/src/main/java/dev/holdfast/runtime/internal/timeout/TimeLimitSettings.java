package dev.holdfast.runtime.internal.timeout;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.unit.DurationText;

/** The settings of a {@link TimeLimit}, which keeps a copy that nobody changes. */
public abstract class TimeLimitSettings extends PolicySettings<TimeLimit> {

    /** Zero while it is not set. */
    protected long limit;

    protected long increment;

    /** Zero for none. */
    protected long betweenItems;

    protected TimeLimitSettings() {}

    @Override
    protected final void check() {
        if (limit == 0) {
            throw new IllegalArgumentException("limit is not set, must be given");
        }
    }

    @Override
    protected final boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        return true;
    }

    @Override
    protected final void applyTo(TimeLimit policy) {
        policy.settings(this);
    }

    @Override
    protected final TimeLimit build(Context context) {
        return new TimeLimit(this);
    }

    @Override
    public final String toString() {
        return "limit=" + DurationText.of(limit) + ", increment=" + DurationText.of(increment)
                + (betweenItems == 0 ? "" : ", betweenItems=" + DurationText.of(betweenItems));
    }
}
