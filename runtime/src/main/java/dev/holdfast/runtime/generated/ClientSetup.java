package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.PolicySettings;
import org.jspecify.annotations.Nullable;

/** Builds the policies and guards of a generated client in a context. Not thread-safe. */
public final class ClientSetup {

    final Context context;
    final @Nullable ClientOverrides overrides;

    /** The name of the interface, for lists. */
    private final String client;

    private ClientSetup(Context context, @Nullable ClientOverrides overrides, String client) {
        this.context = context;
        this.overrides = overrides;
        this.client = client;
    }

    /**
     * Returns the setup of a new client.
     *
     * @param holdfast the context; null for the default one
     * @param client the name of its interface, with which keys of overrides begin
     * @return the setup
     */
    public static ClientSetup of(@Nullable Holdfast holdfast, String client) {
        Context context = holdfast == null ? Context.defaults() : Context.of(holdfast);
        return new ClientSetup(
                context,
                context.overrides() == null ? null : ClientOverrides.of(context, client, OverrideKeys.policies()),
                client);
    }

    /**
     * Returns the setup of a call without an interface, which overrides don't change.
     *
     * @param holdfast the context
     * @return the setup
     */
    public static ClientSetup withoutOverrides(Holdfast holdfast) {
        return new ClientSetup(Context.of(holdfast), null, "");
    }

    /**
     * Returns whether guards have to be built at once: overrides are read when a client is created, and by one thread.
     *
     * @return false in a context without overrides
     */
    public boolean hasOverrides() {
        return overrides != null;
    }

    /**
     * Rejects unknown override keys of this client. Called after all its policies and guards are built.
     *
     * @throws IllegalArgumentException if there is one; the message suggests a known key
     */
    public void refuseUnknownKeys() {
        if (overrides != null) {
            overrides.refuseUnknownKeys();
        }
    }

    /** Returns the user's policy, or builds the one of the interface. */
    <P> P build(PolicySettings<P> settings, Class<P> engine, @Nullable Object given) {
        return build(settings, ClientOverrides.ON_TYPE, engine, given);
    }

    /** Returns the user's policy, or builds the one of a method. */
    <P> P build(PolicySettings<P> settings, String method, Class<P> engine, @Nullable Object given) {
        return policy(settings, method, null, GuardSetup.engine(engine, given));
    }

    /**
     * Returns the user's policy, or the one that the context shares.
     *
     * @param usedBy {@code Client} or {@code Client#method}, for the message about different settings
     * @param engine the only implementation
     */
    <P> P share(PolicySettings<P> settings, String usedBy, Class<P> engine, @Nullable Object given) {
        return policy(settings, ClientOverrides.methodOfUser(usedBy), usedBy, GuardSetup.engine(engine, given));
    }

    private <P> P policy(PolicySettings<P> settings, String method, @Nullable String usedBy, @Nullable P given) {
        if (overrides != null) {
            return overrides.build(settings, method, usedBy, given);
        }
        if (given != null) {
            return given;
        }
        if (usedBy != null) {
            return context.share(settings, usedBy);
        }
        return context.make(settings, client, method);
    }

    /** Returns the policy of a method: the client's, one of its own, or null for none. */
    <P> @Nullable P ofMethod(String call, String annotation, @Nullable P policy) {
        return overrides == null || policy == null ? policy : overrides.ofMethod(call, annotation, policy);
    }
}
