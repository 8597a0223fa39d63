package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

interface Client extends One, Other {
    @Fallback("cached")
    String user(String login) throws IOException;

    /** Right: one is below the other. */
    @Fallback("nearest")
    String near(String login) throws IOException;
}

interface One extends Top {
    static String cached(String login) {
        return "one";
    }

    static String nearest(String login) {
        return "one";
    }
}

interface Other {
    static String cached(String login) {
        return "other";
    }
}

interface Top {
    static String nearest(String login) {
        return "top";
    }
}

// expect: Client.java:8: error: [holdfast:fallback-ambiguous] @Fallback.value is "cached" for Client.user(String), but both One.cached(String) and Other.cached(String) fit. Fix: declare a method in the interface that calls the intended one.
