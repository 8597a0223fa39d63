package com.acme;

import dev.holdfast.annotations.*;

interface Client {
    @Backoff
    static void make() {}

    @CircuitBreaker
    private void help() {}

    @Backoff
    String toString();

    @Backoff
    void call();
}

// expect: Client.java:6: error: [holdfast:unsupported-method] @Backoff on Client.make(), which is static: its calls cannot be protected. Fix: remove the annotation.
// expect: Client.java:9: error: [holdfast:unsupported-method] @CircuitBreaker on Client.help(), which is private: its calls cannot be protected. Fix: remove the annotation.
// expect: Client.java:12: error: [holdfast:unsupported-method] @Backoff on Client.toString(), which is a method of Object: its calls cannot be protected. Fix: remove the annotation.
