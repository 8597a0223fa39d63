package com.acme;

import dev.holdfast.annotations.*;

@Backoff(jitter = Jitter.NONE)
interface Client {
    void call();

    @Backoff(jitter = Jitter.NONE, maxAttempts = 1)
    void once();

    @SuppressWarnings("holdfast:no-jitter")
    @Backoff(jitter = Jitter.NONE)
    void meant();
}

// expect: Client.java:5: warning: [holdfast:no-jitter] @Backoff on Client has no jitter: clients that fail together retry together. Fix: use jitter = FULL.
