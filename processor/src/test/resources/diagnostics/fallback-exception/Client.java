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
