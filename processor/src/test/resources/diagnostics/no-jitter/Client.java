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
