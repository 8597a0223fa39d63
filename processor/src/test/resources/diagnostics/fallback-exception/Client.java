package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import java.sql.*;

interface Client {
    @Fallback("cached")
    String user(String login) throws FileNotFoundException;

    /** Right. */
    @Fallback("cached")
    String right(String login) throws Exception;

    @Fallback("thrown")
    <X extends Exception> void generic(Class<X> type) throws X;

    default String cached(String login) throws IOException, SQLException, IllegalStateException {
        return login;
    }

    default <E extends Exception> void thrown(Class<E> type) throws E {}
}

// expect: Client.java:9: error: [holdfast:fallback-exception] Client.cached(String) throws IOException, SQLException, so it cannot answer for Client.user(String), which does not declare that. Fix: declare it there, or handle it in the fallback.
