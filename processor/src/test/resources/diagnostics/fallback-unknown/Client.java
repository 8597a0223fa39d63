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
