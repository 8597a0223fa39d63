package dev.holdfast.runtime.internal.fallback;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Settings;

/** Settings of a {@link FallbackPolicy}, each checked when it is set. */
public final class FallbackDraft extends PolicyDraft<FallbackPolicy> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "Fallback";

    public Class<?>[] on = {Exception.class};
    public Class<?>[] except = {};

    public FallbackDraft() {}

    public void on(Class<?>[] classes) {
        this.on = Settings.classes("on", classes);
    }

    public void except(Class<?>[] classes) {
        this.except = Settings.classes("except", classes);
    }

    public FallbackPolicy make() {
        return new FallbackPolicy(this);
    }

    @Override
    public FallbackPolicy make(Context context) {
        return make();
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(ANNOTATION).fixed("value", "on", "except");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
        throw new AssertionError(attribute);
    }
}
