package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
interface Client {
    @Exempt
    @Backoff
    void call();

    void other();
}

// expect: Client.java:8: error: [holdfast:exempt-with-policy] Client.call() carries @Exempt and @Backoff. Fix: remove one of the two.
