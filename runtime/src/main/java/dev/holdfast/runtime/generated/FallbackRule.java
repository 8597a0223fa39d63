package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;

/** The failures that a generated client's fallbacks handle. Immutable. */
public final class FallbackRule {

    final FallbackPolicy policy;

    FallbackRule(FallbackPolicy policy) {
        this.policy = policy;
    }

    /** Returns the settings, named as in the annotation. */
    @Override
    public String toString() {
        return policy.toString();
    }
}
