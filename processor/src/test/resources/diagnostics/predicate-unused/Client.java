package com.acme;

import dev.holdfast.annotations.*;

@Backoff(retryResult = Negative.class)
interface Client {
    String call();

    void nothing();
}

// expect: Client.java:5: error: [holdfast:predicate-unused] @Backoff.retryResult is Negative, a predicate for Integer, which no protected method of Client returns. Fix: use a predicate for a type that is returned.
// expect: Single.java:6: error: [holdfast:predicate-unused] @CircuitBreaker.failureResult is Negative, a predicate for Integer, which Single.call() does not return. Fix: use a predicate for a type that is returned.
