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
