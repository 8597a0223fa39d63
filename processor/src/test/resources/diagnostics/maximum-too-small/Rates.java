package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureRate = 50, window = "19 calls") // minimumCalls is 20 by default
interface Rates {
    String call();

    @CircuitBreaker(failureRate = 50, window = "1 call", minimumCalls = 2)
    String one();

    @CircuitBreaker(failureRate = 50, window = "20 calls")
    String right();

    @CircuitBreaker(failureRate = 50, window = "20s", minimumCalls = 100)
    String time();
}
