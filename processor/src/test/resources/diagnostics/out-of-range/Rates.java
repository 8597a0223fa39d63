package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureRate = 101, window = "100 calls")
interface Rates {
    String call();

    @CircuitBreaker(failureRate = -1, window = "0 calls")
    String none();

    @CircuitBreaker(failureRate = 50, window = "10001 calls", minimumCalls = 0)
    String many();

    @CircuitBreaker(slowCallRate = 101, slowCall = "2s", window = "99999999999 calls", minimumCalls = 1_000_001)
    String slow();
}
