package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryTimeout = "0s")
@Backoff(baseDelay = "0s", deadline = "0ms")
@RateLimited(defaultDelay = "0s", maxDelay = "0s")
interface Client {
    java.net.http.HttpResponse<String> call();
}

// expect: Client.java:6: error: [holdfast:duration-zero] @Backoff.deadline is zero. Fix: write a duration of more than zero.
// expect: Client.java:7: error: [holdfast:duration-zero] @RateLimited.maxDelay is zero. Fix: write a duration of more than zero.
// expect: Client.java:5: error: [holdfast:duration-zero] @CircuitBreaker.recoveryTimeout is zero. Fix: write a duration of more than zero.
// expect: Rates.java:5: error: [holdfast:duration-zero] @CircuitBreaker.window is zero. Fix: write a duration of more than zero.
// expect: Rates.java:5: error: [holdfast:duration-zero] @CircuitBreaker.slowCall is zero. Fix: write a duration of more than zero.
// expect: Slow.java:5: error: [holdfast:duration-zero] @Timeout.value is zero. Fix: write a duration of more than zero.
