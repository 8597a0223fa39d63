package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;

/** The second failure opens the breaker. */
@CircuitBreaker(failureThreshold = 2)
@Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE)
interface FragileApi extends Answers {}
