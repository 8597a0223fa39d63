package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;

@Backoff
@CircuitBreaker
interface Client {
    Client header(String name, String value);

    @Backoff
    Users users();

    Orders orders();

    Client next() throws IOException;

    Plain plain();

    @Exempt
    Client exempt();

    interface Users {
        @Backoff
        String user(String login);
    }

    @CircuitBreaker
    interface Orders {
        String order(long id);
    }

    interface Plain {
        String value();
    }
}
