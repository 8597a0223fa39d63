package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureRate = 50, window = "100")
interface Client {
    String call();

    @CircuitBreaker(failureRate = 50, window = "60 seconds")
    String seconds();

    @CircuitBreaker(failureRate = 50, window = "last 1,000 requests")
    String requests();

    @CircuitBreaker(failureRate = 50, window = "some time", slowCall = "2s", slowCallRate = 50)
    String time();

    @CircuitBreaker(failureRate = 50, window = "100 calls")
    String right();
}
