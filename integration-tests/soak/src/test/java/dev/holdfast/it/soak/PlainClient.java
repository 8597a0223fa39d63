package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;

/** All but what measures time: attempts take as long as they take, and no interrupt is Holdfast's. */
@CircuitBreaker(
        name = "plain",
        failureRate = 60,
        window = "20 calls",
        minimumCalls = 10,
        recoveryTimeout = "80ms",
        recoveryFactor = 1.5,
        maxRecoveryTimeout = "300ms")
@Backoff(maxAttempts = 3, baseDelay = "5ms", maxDelay = "30ms", retryResult = Predicates.Retry.class)
@RateLimited(name = "plain", defaultDelay = "40ms", maxDelay = "1500ms", on = RefusedException.class)
@Bulkhead(name = "plain", maxConcurrent = PlainClient.PLACES)
interface PlainClient extends Client {

    int PLACES = 8;
}
