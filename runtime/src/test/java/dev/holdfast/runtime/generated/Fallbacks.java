package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.fallback.FallbackDraft;

/** Builds fallback rules without a client. */
public final class Fallbacks {

    private final FallbackDraft draft = new FallbackDraft();

    private Fallbacks() {}

    public static Fallbacks builder() {
        return new Fallbacks();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final Fallbacks on(Class<? extends Throwable>... classes) {
        draft.on(classes);
        return this;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final Fallbacks except(Class<? extends Throwable>... classes) {
        draft.except(classes);
        return this;
    }

    public FallbackRule build() {
        return new FallbackRule(draft.make());
    }

    public static boolean covers(FallbackRule rule, Throwable failure) {
        return rule.policy.covers(failure);
    }
}
