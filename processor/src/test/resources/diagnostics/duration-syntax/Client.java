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
