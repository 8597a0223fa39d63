package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.context.ClientContext;
import dev.holdfast.runtime.internal.context.Context;
import org.jspecify.annotations.Nullable;

/** The context in which a generated client builds its policies and guards. Not thread-safe. */
public final class ClientSetup {

    final ClientContext client;

    private ClientSetup(ClientContext client) {
        this.client = client;
    }

    /**
     * Returns the setup of a new client.
     *
     * @param holdfast the context; null for the default one
     * @param client the name of its interface, as keys of overrides begin
     * @return the setup
     */
    public static ClientSetup of(@Nullable Holdfast holdfast, String client) {
        return new ClientSetup(
                Context.of(holdfast == null ? Holdfast.defaults() : holdfast).client(client));
    }

    /**
     * Refuses keys of overrides that name this client and mean nothing. Called when all of it has been built.
     *
     * @throws IllegalArgumentException if there is one, with a guess of what was meant
     */
    public void refuseUnknownKeys() {
        client.refuseUnknownKeys();
    }
}
