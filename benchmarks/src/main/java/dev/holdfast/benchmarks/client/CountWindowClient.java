package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.CircuitBreaker;

/** Protected by a breaker that looks at the last 100 calls. */
@CircuitBreaker(failureRate = 50, window = "100 calls", minimumCalls = 20, recoveryTimeout = "1h")
public interface CountWindowClient extends Client {}
