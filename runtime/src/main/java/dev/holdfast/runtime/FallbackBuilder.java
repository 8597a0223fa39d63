package dev.holdfast.runtime;

/**
 * Settings of a {@link Fallback}; the defaults are those of {@link dev.holdfast.annotations.Fallback}. Not for use by several
 * threads at once; it may be changed and used again after a build.
 */
public final class FallbackBuilder extends PolicyBuilder<Fallback> {

    Class<?>[] on = {Exception.class};
    Class<?>[] except = {};

    FallbackBuilder() {}

    /**
     * Sets the failures to answer for, subclasses included.
     *
     * @param classes any number; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final FallbackBuilder on(Class<? extends Throwable>... classes) {
        this.on = Settings.classes("on", classes);
        return this;
    }

    /**
     * Sets the failures not to answer for, subclasses included. Wins over {@link #on}.
     *
     * @param classes any number; none by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final FallbackBuilder except(Class<? extends Throwable>... classes) {
        this.except = Settings.classes("except", classes);
        return this;
    }

    /**
     * Builds the fallback.
     *
     * @return a new fallback
     */
    public Fallback build() {
        return new Fallback(this);
    }

    /**
     * Builds what is on an interface, for generated code.
     *
     * @param setup the client's
     * @return a new fallback
     */
    public Fallback build(ClientSetup setup) {
        return build(setup, (Fallback) null);
    }

    /**
     * Builds what is on a method, for generated code.
     *
     * @param setup the client's
     * @param method the method's name
     * @return a new fallback
     */
    public Fallback build(ClientSetup setup, String method) {
        return build(setup, method, null);
    }

    @Override
    Fallback build(Holdfast holdfast) {
        return build();
    }

    @Override
    String annotation() {
        return "Fallback";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        throw new AssertionError(attribute);
    }
}
