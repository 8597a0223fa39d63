package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Resilient;
import dev.holdfast.annotations.Timeout;

/** A preset: what our clients need, and how their classes are called. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 2, baseDelay = "1s", jitter = Jitter.EQUAL, deadline = "30s")
@Timeout("5s")
@Resilient(className = "Safe*")
@interface Careful {}
