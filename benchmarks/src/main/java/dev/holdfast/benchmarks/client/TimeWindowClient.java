package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.CircuitBreaker;

/** Protected by a breaker that looks at the last minute. */
@CircuitBreaker(failureRate = 50, window = "60s", minimumCalls = 20, recoveryTimeout = "1h")
public interface TimeWindowClient extends Client {}
