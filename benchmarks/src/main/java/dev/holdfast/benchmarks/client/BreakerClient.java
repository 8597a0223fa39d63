package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.CircuitBreaker;

/** Protected by a breaker that counts failures in a row. */
@CircuitBreaker(recoveryTimeout = "1h")
public interface BreakerClient extends Client {}
