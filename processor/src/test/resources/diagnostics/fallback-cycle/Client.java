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

// expect: Client.java:8: error: [holdfast:fallback-cycle] Client.one(String) falls back to Client.two(String), which falls back to it in turn: if all fail, the call never ends. Fix: remove @Fallback from one of them.
// expect: Client.java:13: error: [holdfast:fallback-cycle] Client.two(String) falls back to Client.three(String), which falls back to it in turn: if all fail, the call never ends. Fix: remove @Fallback from one of them.
// expect: Client.java:18: error: [holdfast:fallback-cycle] Client.three(String) falls back to Client.one(String), which falls back to it in turn: if all fail, the call never ends. Fix: remove @Fallback from one of them.
