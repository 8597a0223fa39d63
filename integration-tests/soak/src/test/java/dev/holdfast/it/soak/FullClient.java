package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;

/** All policies at once, and time-outs that servers often overrun. */
@CircuitBreaker(
        name = "full",
        failureThreshold = 6,
        recoveryTimeout = "100ms",
        successThreshold = 2,
        failureResult = Predicates.Failure.class)
@Backoff(maxAttempts = 3, baseDelay = "5ms", maxDelay = "30ms", deadline = "2s", retryResult = Predicates.Retry.class)
@RateLimited(name = "full", defaultDelay = "40ms", maxDelay = "1500ms", on = RefusedException.class)
@Bulkhead(name = "full", maxConcurrent = FullClient.PLACES, maxWait = FullClient.QUEUEING_MILLIS + "ms")
@Timeout("150ms")
interface FullClient extends Client {

    int PLACES = 6;
    int QUEUEING_MILLIS = 100;
}
