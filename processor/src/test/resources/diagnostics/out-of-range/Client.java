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
