package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.fallback.FallbackDraft;

/** Settings of a fallback for generated code. Not thread-safe. */
public final class FallbackSetup {

    private final FallbackDraft draft = new FallbackDraft();

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static FallbackSetup create() {
        return new FallbackSetup();
    }

    private FallbackSetup() {}

    /**
     * Sets the failures to handle, with their subclasses.
     *
     * @param classes any number; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final FallbackSetup on(Class<? extends Throwable>... classes) {
        draft.on(classes);
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
        draft.except(classes);
        return this;
    }

    /**
     * Builds the rule of the interface.
     *
     * @param setup of the client
     * @return the rule
     */
    public FallbackRule build(ClientSetup setup) {
        return new FallbackRule(setup.client.build(draft, ClientOverrides.ON_TYPE, null));
    }

    /**
     * Builds the rule of a method.
     *
     * @param setup of the client
     * @param method its name
     * @return the rule
     */
    public FallbackRule build(ClientSetup setup, String method) {
        return new FallbackRule(setup.client.build(draft, method, null));
    }
}
