package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Holdfast;

/** Builds fallback rules without a client. */
public final class Fallbacks {

    private final FallbackSetup setup = FallbackSetup.create();

    private Fallbacks() {}

    public static Fallbacks builder() {
        return new Fallbacks();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final Fallbacks on(Class<? extends Throwable>... classes) {
        setup.on(classes);
        return this;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final Fallbacks except(Class<? extends Throwable>... classes) {
        setup.except(classes);
        return this;
    }

    public FallbackRule build() {
        return setup.build(ClientSetup.withoutOverrides(Holdfast.defaults()));
    }

    public static boolean covers(FallbackRule rule, Throwable failure) {
        return rule.policy.covers(failure);
    }
}
