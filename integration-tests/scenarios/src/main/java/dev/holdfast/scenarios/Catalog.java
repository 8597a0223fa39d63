package dev.holdfast.scenarios;

import java.io.IOException;

/** The plain client. */
final class Catalog implements CatalogClient {

    private final Server server;

    Catalog(Server server) {
        this.server = server;
    }

    @Override
    public Answer article(String id) throws IOException {
        return server.answer(id);
    }

    @Override
    public int stock(String id, int... shops) throws IOException {
        return server.answer(id).body().length() + shops.length;
    }

    @Override
    public void ping() throws IOException {
        server.answer("ping");
    }

    @Override
    public Answer raw(String id) throws IOException {
        return server.answer(id);
    }
}
