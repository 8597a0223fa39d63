package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureRate = 50)
interface Client {
    String call();

    @CircuitBreaker(window = "100 calls")
    String window();

    @CircuitBreaker(failureRate = 50, window = "60s", slowCall = "2s")
    String slowCall();

    @CircuitBreaker(
            slowCallRate = 50,
            window = "60s")
    String slowCallRate();

    @CircuitBreaker(slowCall = "2s")
    String onlySlowCall();

    @CircuitBreaker(slowCall = "2s", slowCallRate = 50)
    String noWindow();

    @CircuitBreaker(minimumCalls = 10)
    String minimumCalls();

    @CircuitBreaker(slowCall = "2s", slowCallRate = 50, window = "60s")
    String right();
}
