package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

interface Client {
    @Fallback("two")
    default String one(String login) throws IOException {
        return login;
    }

    @Fallback("three")
    default String two(String login) throws IOException {
        return login;
    }

    @Fallback("one")
    default String three(String login) throws IOException {
        return login;
    }

    /** Right: it leads into the circle, but is not of it. */
    @Fallback("one")
    String four(String login) throws IOException;
}
