package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryTimeout = "60 seconds", maxRecoveryTimeout = "-1s")
@Backoff(baseDelay = "1", maxDelay = "", deadline = "1s1m")
@RateLimited(
        defaultDelay = "PT-1S",
        maxDelay = "1d")
interface Client {
    java.net.http.HttpResponse<String> call();
}

// expect: Bulkheads.java:6: error: [holdfast:duration-syntax] @Bulkhead.maxWait is "1 second", which is not a duration (did you mean 1s?). Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Bulkheads.java:9: error: [holdfast:duration-syntax] @Bulkhead.maxWait is "", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:6: error: [holdfast:duration-syntax] @Backoff.baseDelay is "1", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:6: error: [holdfast:duration-syntax] @Backoff.maxDelay is "", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:6: error: [holdfast:duration-syntax] @Backoff.deadline is "1s1m", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:8: error: [holdfast:duration-syntax] @RateLimited.defaultDelay is "PT-1S", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:9: error: [holdfast:duration-syntax] @RateLimited.maxDelay is "1d", which is not a duration (did you mean 24h?). Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:5: error: [holdfast:duration-syntax] @CircuitBreaker.recoveryTimeout is "60 seconds", which is not a duration (did you mean 60s?). Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:5: error: [holdfast:duration-syntax] @CircuitBreaker.maxRecoveryTimeout is "-1s", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
