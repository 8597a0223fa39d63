package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(failureThreshold = 0, successThreshold = 1001, recoveryFactor = Double.NaN)
@Backoff(maxAttempts = -1, factor = Double.POSITIVE_INFINITY)
@RateLimited(maxAttempts = 1_001)
interface Client {
    @Backoff(factor = 0.99, maxAttempts = 0)
    java.net.http.HttpResponse<String> call();

    void other();
}

// expect: Bulkheads.java:6: error: [holdfast:out-of-range] @Bulkhead.maxConcurrent is 0, which is not at least 1. Fix: write a value at least 1.
// expect: Bulkheads.java:9: error: [holdfast:out-of-range] @Bulkhead.maxConcurrent is -5, which is not at least 1. Fix: write a value at least 1.
// expect: Client.java:6: error: [holdfast:out-of-range] @Backoff.maxAttempts is -1, which is not from 1 to 1000. Fix: write a value from 1 to 1000.
// expect: Client.java:6: error: [holdfast:out-of-range] @Backoff.factor is Infinity, which is not from 1.0 to 100.0. Fix: write a value from 1.0 to 100.0.
// expect: Client.java:7: error: [holdfast:out-of-range] @RateLimited.maxAttempts is 1001, which is not from 1 to 1000. Fix: write a value from 1 to 1000.
// expect: Client.java:5: error: [holdfast:out-of-range] @CircuitBreaker.failureThreshold is 0, which is not at least 1. Fix: write a value at least 1.
// expect: Client.java:5: error: [holdfast:out-of-range] @CircuitBreaker.successThreshold is 1001, which is not from 1 to 1000. Fix: write a value from 1 to 1000.
// expect: Client.java:5: error: [holdfast:out-of-range] @CircuitBreaker.recoveryFactor is NaN, which is not from 1.0 to 100.0. Fix: write a value from 1.0 to 100.0.
// expect: Client.java:9: error: [holdfast:out-of-range] @Backoff.maxAttempts is 0, which is not from 1 to 1000. Fix: write a value from 1 to 1000.
// expect: Client.java:9: error: [holdfast:out-of-range] @Backoff.factor is 0.99, which is not from 1.0 to 100.0. Fix: write a value from 1.0 to 100.0.
// expect: Quotas.java:6: error: [holdfast:out-of-range] @RateLimited.permits is -1, which is not from 0 to 1000000000. Fix: write a value from 0 to 1000000000.
// expect: Quotas.java:9: error: [holdfast:out-of-range] @RateLimited.permits is 1000000001, which is not from 0 to 1000000000. Fix: write a value from 0 to 1000000000.
// expect: Quotas.java:12: error: [holdfast:out-of-range] @RateLimited.permits is 1001, which is not at most 1000, one for each nanosecond of per. Fix: write a value at most 1000, one for each nanosecond of per.
// expect: Quotas.java:18: error: [holdfast:out-of-range] @RateLimited.burst is -1, which is not at least 0. Fix: write a value at least 0.
// expect: Quotas.java:21: error: [holdfast:out-of-range] @RateLimited.burst is 366, which is not at most 365, what permits give in 365 days. Fix: write a value at most 365, what permits give in 365 days.
// expect: Rates.java:5: error: [holdfast:out-of-range] @CircuitBreaker.failureRate is 101, which is not from 0 to 100. Fix: write a value from 0 to 100.
// expect: Rates.java:9: error: [holdfast:out-of-range] @CircuitBreaker.failureRate is -1, which is not from 0 to 100. Fix: write a value from 0 to 100.
// expect: Rates.java:9: error: [holdfast:out-of-range] @CircuitBreaker.window is 0 calls, which is not from 1 call to 10000 calls. Fix: write a value from 1 call to 10000 calls.
// expect: Rates.java:12: error: [holdfast:out-of-range] @CircuitBreaker.window is 10001 calls, which is not from 1 call to 10000 calls. Fix: write a value from 1 call to 10000 calls.
// expect: Rates.java:12: error: [holdfast:out-of-range] @CircuitBreaker.minimumCalls is 0, which is not from 1 to 1000000. Fix: write a value from 1 to 1000000.
// expect: Rates.java:15: error: [holdfast:out-of-range] @CircuitBreaker.window is 99999999999 calls, which is not from 1 call to 10000 calls. Fix: write a value from 1 call to 10000 calls.
// expect: Rates.java:15: error: [holdfast:out-of-range] @CircuitBreaker.minimumCalls is 1000001, which is not from 1 to 1000000. Fix: write a value from 1 to 1000000.
// expect: Rates.java:15: error: [holdfast:out-of-range] @CircuitBreaker.slowCallRate is 101, which is not from 0 to 100. Fix: write a value from 0 to 100.
