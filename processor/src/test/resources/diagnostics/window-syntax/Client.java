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

// expect: Client.java:5: error: [holdfast:window-syntax] @CircuitBreaker.window is "100", which is not a window (did you mean 100 calls?). Fix: write a number of calls, such as "100 calls", or a duration, such as "60s".
// expect: Client.java:9: error: [holdfast:window-syntax] @CircuitBreaker.window is "60 seconds", which is not a window (did you mean 60s?). Fix: write a number of calls, such as "100 calls", or a duration, such as "60s".
// expect: Client.java:12: error: [holdfast:window-syntax] @CircuitBreaker.window is "last 1,000 requests", which is not a window (did you mean 1000 calls?). Fix: write a number of calls, such as "100 calls", or a duration, such as "60s".
// expect: Client.java:15: error: [holdfast:window-syntax] @CircuitBreaker.window is "some time", which is not a window. Fix: write a number of calls, such as "100 calls", or a duration, such as "60s".
