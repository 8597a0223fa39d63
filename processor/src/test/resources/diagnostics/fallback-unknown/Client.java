package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

interface Client {
    @Fallback("chachedUser")
    String user(String login) throws IOException;

    @Fallback("somethingElse")
    String other(String login) throws IOException;

    /** Right: of this interface. */
    @Fallback("cachedUser")
    String right(String login) throws IOException;

    default String cachedUser(String login) {
        return login;
    }
}

// expect: Client.java:8: error: [holdfast:fallback-unknown] @Fallback.value is "chachedUser", but Client has no method of that name (did you mean cachedUser?). Fix: name a default or static method, or declare one.
// expect: Client.java:11: error: [holdfast:fallback-unknown] @Fallback.value is "somethingElse", but Client has no method of that name. Fix: name a default or static method, or declare one.
// expect: OnType.java:8: error: [holdfast:fallback-unknown] @Fallback.value is "cachedUzer", but OnType has no method of that name (did you mean cachedUser?). Fix: name a default or static method, or declare one.
