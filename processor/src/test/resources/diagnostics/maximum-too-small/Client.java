package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryTimeout = "2m", maxRecoveryTimeout = "1m")
@Backoff(baseDelay = "2m")
@RateLimited(defaultDelay = "10m", maxDelay = "5m")
interface Client {
    java.net.http.HttpResponse<String> call();
}
