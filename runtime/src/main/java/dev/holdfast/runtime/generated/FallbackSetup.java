package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Settings of a fallback for generated code. Not thread-safe. */
public final class FallbackSetup extends PolicySettings<FallbackPolicy> {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "Fallback";

    private Class<?>[] on = {Exception.class};
    private Class<?>[] except = {};

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static FallbackSetup create() {
        return new FallbackSetup();
    }

    FallbackSetup() {}

    /**
     * Sets the failures to handle, with their subclasses.
     *
     * @param classes any number; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final FallbackSetup on(Class<? extends Throwable>... classes) {
        this.on = Settings.classes("on", classes);
        return this;
    }

    /**
     * Sets the failures not to handle, with their subclasses. Takes precedence over {@link #on}.
     *
     * @param classes any number; none by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final FallbackSetup except(Class<? extends Throwable>... classes) {
        this.except = Settings.classes("except", classes);
        return this;
    }

    /**
     * Builds the rule of the interface.
     *
     * @param setup of the client
     * @return the rule
     */
    public FallbackRule build(ClientSetup setup) {
        return new FallbackRule(setup.build(this, FallbackPolicy.class, null));
    }

    /**
     * Builds the rule of a method.
     *
     * @param setup of the client
     * @param method its name
     * @return the rule
     */
    public FallbackRule build(ClientSetup setup, String method) {
        return new FallbackRule(setup.build(this, method, FallbackPolicy.class, null));
    }

    @Override
    protected FallbackPolicy build(Context context) {
        return new FallbackPolicy(on, except);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Collections.emptyList();
    }

    @Override
    protected List<String> fixed() {
        return Arrays.asList("value", "on", "except");
    }

    @Override
    protected String get(String attribute) {
        return "";
    }

    @Override
    protected boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        return false;
    }

    @Override
    protected void applyTo(FallbackPolicy policy) {
        policy.switchOff(isOff());
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        value.refuse(attribute);
    }
}
