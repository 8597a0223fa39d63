package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;

/** Retried at once, behind a breaker. */
@Backoff(maxAttempts = 3, baseDelay = "0s")
@CircuitBreaker(recoveryTimeout = "1h")
public interface SuspendRetryBreakerClient extends SuspendClient {}
