package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;

/** Another client answers where this one has failed. */
@CircuitBreaker(name = "second", failureThreshold = 3, recoveryTimeout = "60ms")
@Backoff(maxAttempts = 2, baseDelay = "5ms", maxDelay = "20ms")
@RateLimited(name = "second", defaultDelay = "40ms", maxDelay = "1500ms", on = RefusedException.class)
@Fallback
interface SecondClient extends Client {}
