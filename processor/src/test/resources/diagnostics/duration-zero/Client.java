package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryTimeout = "0s")
@Backoff(baseDelay = "0s", deadline = "0ms")
@RateLimited(defaultDelay = "0s", maxDelay = "0s")
interface Client {
    java.net.http.HttpResponse<String> call();
}
