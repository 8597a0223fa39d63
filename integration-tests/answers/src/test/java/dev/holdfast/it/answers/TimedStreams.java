package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Timeout;

/** A second to the first item, five between two, and 1.6 s for all attempts until there is one. */
@CircuitBreaker
@Timeout(value = "1s", betweenItems = "5s")
@Backoff(maxAttempts = 5, baseDelay = "100ms", deadline = "1600ms", jitter = Jitter.NONE)
interface TimedStreams extends Streams {}
