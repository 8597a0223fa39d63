package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.backoff.BackoffDraft;
import dev.holdfast.runtime.internal.breaker.BreakerDraft;
import dev.holdfast.runtime.internal.bulkhead.BulkheadDraft;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.fallback.FallbackDraft;
import dev.holdfast.runtime.internal.limit.LimiterDraft;
import dev.holdfast.runtime.internal.timeout.TimeLimitDraft;

/** All policies there are, for the check of override keys. Loaded only where there are overrides. */
final class PolicyKinds {

    private PolicyKinds() {}

    /** Returns the attributes of all policies, in alphabetical order of the annotations. */
    static PolicyAttributes[] all() {
        return new PolicyAttributes[] {
            new BackoffDraft().attributes(),
            new BulkheadDraft().attributes(),
            new BreakerDraft().attributes(),
            new FallbackDraft().attributes(),
            new LimiterDraft().attributes(),
            new TimeLimitDraft().attributes()
        };
    }
}
