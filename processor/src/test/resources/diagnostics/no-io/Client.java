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

// expect: Client.java:10: warning: [holdfast:no-io] @Backoff applies to Client.header(String, String), which returns Client, the client itself, and so probably sends nothing itself. Fix: leave it unprotected (@Exempt).
// expect: Client.java:12: warning: [holdfast:no-io] @Backoff applies to Client.users(), which returns Client.Users, another client, and so probably sends nothing itself. Fix: leave it unprotected (@Exempt), and protect what it returns.
// expect: Client.java:15: warning: [holdfast:no-io] @Backoff applies to Client.orders(), which returns Client.Orders, another client, and so probably sends nothing itself. Fix: leave it unprotected (@Exempt), and protect what it returns.
