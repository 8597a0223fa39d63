package com.acme;

import dev.holdfast.annotations.*;

interface Single {
    @CircuitBreaker(failureResult = Negative.class)
    String call();

    @CircuitBreaker(failureResult = Negative.class)
    int fine();
}
