package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@interface Patient {}

@Patient
@interface Careful {}

@Backoff(maxAttempts = 2)
@CircuitBreaker
@interface Hasty {}

@SuppressWarnings("holdfast:unlisted-preset")
@Patient
@Hasty
interface Client {
    void call();

    @Careful
    @Hasty
    void careful();

    @Hasty
    @Patient
    @Backoff
    void own();
}

// expect: Client.java:17: error: [holdfast:ambiguous-preset] Client carries @Patient and @Hasty, which both carry @Backoff. Fix: remove one of them, or write @Backoff on Client itself.
