package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;

/** Would soon open and often retry, if what is called off were failures. */
@CircuitBreaker(name = "called-off", failureThreshold = 2, recoveryTimeout = "1h")
@Backoff(maxAttempts = 3, baseDelay = "1ms", maxDelay = "2ms")
interface CalledOffClient extends Client {}
