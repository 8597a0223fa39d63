package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;

/** Retries, after 100, 200 and 400 ms. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE)
@RateLimited(on = AnswerException.class)
interface RetriedStreams extends Streams {}
