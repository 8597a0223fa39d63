package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.Nullable;

/** The context of one client, with the overrides that hold for it. Not thread-safe. */
public final class ClientContext {

    private final Context context;
    private final @Nullable ClientOverrides overrides;

    ClientContext(Context context, @Nullable ClientOverrides overrides) {
        this.context = context;
        this.overrides = overrides;
    }

    public Context context() {
        return context;
    }

    /** Refuses keys of overrides that name this client and mean nothing. */
    public void refuseUnknownKeys() {
        if (overrides != null) {
            overrides.refuseUnknownKeys();
        }
    }

    /**
     * Builds a policy, unless the user gave one.
     *
     * @param method the method that the annotation is on, or {@link ClientOverrides#ON_TYPE}
     */
    public <P> P build(PolicyDraft<P> draft, String method, @Nullable P given) {
        return build(draft, method, null, given);
    }

    /**
     * Returns the policy that the context shares, unless the user gave one.
     *
     * @param usedBy {@code Client} or {@code Client#method}, for the message where settings differ
     */
    public <P> P share(PolicyDraft<P> draft, String usedBy, @Nullable P given) {
        return build(draft, ClientOverrides.method(usedBy, '#'), usedBy, given);
    }

    private <P> P build(PolicyDraft<P> draft, String method, @Nullable String usedBy, @Nullable P given) {
        if (overrides != null) {
            return overrides.build(draft, method, usedBy, given);
        }
        if (given != null) {
            return given;
        }
        return usedBy == null ? draft.make(context) : draft.share(context, usedBy);
    }

    /** Returns what protects a method in place of the client's policy: the same, one of its own, or null for nothing. */
    public <P> @Nullable P ofMethod(String call, String annotation, @Nullable P policy) {
        return overrides == null || policy == null ? policy : overrides.ofMethod(call, annotation, policy);
    }
}
