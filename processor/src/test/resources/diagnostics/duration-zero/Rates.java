package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(slowCall = "0s", slowCallRate = 50, failureRate = 50, window = "0s")
interface Rates {
    String call();
}
