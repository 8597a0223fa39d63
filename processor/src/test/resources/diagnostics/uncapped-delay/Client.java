package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryFactor = 2)
interface Client {
    @Backoff(maxAttempts = 9, baseDelay = "10s", maxDelay = "1h")
    String one();

    @Backoff(baseDelay = "20m", maxDelay = "20m")
    String two();

    @Backoff(maxDelay = "24h")
    String fine();

    @CircuitBreaker(recoveryFactor = 2, maxRecoveryTimeout = "10m")
    String alsoFine();
}
