package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;

/** The failures that the fallbacks of a generated client answer for. Immutable. */
public final class FallbackRule {

    final FallbackPolicy policy;

    FallbackRule(FallbackPolicy policy) {
        this.policy = policy;
    }

    /** Returns the settings, in the words of the annotation. */
    @Override
    public String toString() {
        return policy.toString();
    }
}
