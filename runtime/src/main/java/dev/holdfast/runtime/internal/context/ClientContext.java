package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.Nullable;

/** The context of one client, with its overrides. Not thread-safe. */
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

    public boolean hasOverrides() {
        return overrides != null;
    }

    /** Rejects unknown override keys of this client. */
    public void refuseUnknownKeys() {
        if (overrides != null) {
            overrides.refuseUnknownKeys();
        }
    }

    /**
     * Returns the user's policy, or builds one.
     *
     * @param method the method with the annotation, or {@link ClientOverrides#ON_TYPE}
     */
    public <P> P build(PolicySettings<P> settings, String method, @Nullable P given) {
        return build(settings, method, null, given);
    }

    /**
     * Returns the user's policy, or the one that the context shares.
     *
     * @param usedBy {@code Client} or {@code Client#method}, for the message about different settings
     */
    public <P> P share(PolicySettings<P> settings, String usedBy, @Nullable P given) {
        return build(settings, ClientOverrides.methodOfUser(usedBy), usedBy, given);
    }

    private <P> P build(PolicySettings<P> settings, String method, @Nullable String usedBy, @Nullable P given) {
        if (overrides != null) {
            return overrides.build(settings, method, usedBy, given);
        }
        if (given != null) {
            return given;
        }
        return usedBy == null ? settings.make(context) : settings.share(context, usedBy);
    }

    /** Returns the policy of a method: the client's, one of its own, or null for none. */
    public <P> @Nullable P ofMethod(String call, String annotation, @Nullable P policy) {
        return overrides == null || policy == null ? policy : overrides.ofMethod(call, annotation, policy);
    }
}
