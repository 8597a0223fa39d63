package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.context.ClientContext;
import dev.holdfast.runtime.internal.context.Context;
import org.jspecify.annotations.Nullable;

/** Builds the policies and guards of a generated client in a context. Not thread-safe. */
public final class ClientSetup {

    final ClientContext client;

    private ClientSetup(ClientContext client) {
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
        Context context = Context.of(holdfast == null ? Holdfast.defaults() : holdfast);
        return new ClientSetup(
                context.hasOverrides() ? context.client(client, OverrideKeys.policies()) : context.client());
    }

    /**
     * Returns the setup of a call without an interface, which overrides don't change.
     *
     * @param holdfast the context
     * @return the setup
     */
    public static ClientSetup withoutOverrides(Holdfast holdfast) {
        return new ClientSetup(Context.of(holdfast).client());
    }

    /**
     * Returns whether guards have to be built at once: overrides are read when a client is created, and by one thread.
     *
     * @return false in a context without overrides
     */
    public boolean hasOverrides() {
        return client.hasOverrides();
    }

    /**
     * Rejects unknown override keys of this client. Called after all its policies and guards are built.
     *
     * @throws IllegalArgumentException if there is one; the message suggests a known key
     */
    public void refuseUnknownKeys() {
        client.refuseUnknownKeys();
    }
}
