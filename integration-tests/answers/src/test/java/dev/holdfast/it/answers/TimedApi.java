package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Timeout;

/** Attempts of a second, and 1.6 s for all. */
@CircuitBreaker
@Timeout("1s")
@Backoff(maxAttempts = 5, baseDelay = "100ms", deadline = "1600ms", jitter = Jitter.NONE)
interface TimedApi extends Answers {}
