package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.context.PolicySettings;
import java.util.List;

/** Opens the list of all policies to other tests. */
public final class AllPolicies {

    private AllPolicies() {}

    public static List<PolicySettings<?>> settings() {
        return List.of(OverrideKeys.policies());
    }
}
