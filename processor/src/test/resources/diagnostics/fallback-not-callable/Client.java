package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

interface Client {
    @Fallback("other")
    String user(String login) throws IOException;

    String other(String login);

    @Fallback("hidden")
    String one(String login) throws IOException;

    private String hidden(String login) {
        return login;
    }

    @Fallback("itself")
    default String itself(String login) throws IOException {
        return login;
    }

    /** Right: another method of that name. */
    @Fallback("overloaded")
    String overloaded(String login) throws IOException;

    default String overloaded(String login, IOException failure) {
        return login;
    }
}

// expect: Client.java:8: error: [holdfast:fallback-not-callable] @Fallback.value is "other" for Client.user(String), but Client.other(String) is abstract. Fix: name a default or static method that answers without the delegate.
// expect: Client.java:13: error: [holdfast:fallback-not-callable] @Fallback.value is "hidden" for Client.one(String), but Client.hidden(String) is private. Fix: name a default or static method that answers without the delegate.
// expect: Client.java:20: error: [holdfast:fallback-not-callable] @Fallback.value is "itself" for Client.itself(String), but Client.itself(String) is that method itself. Fix: name a default or static method that answers without the delegate.
