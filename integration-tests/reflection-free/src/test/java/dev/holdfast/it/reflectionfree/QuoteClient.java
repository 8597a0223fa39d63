package dev.holdfast.it.reflectionfree;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;

/** Uses every policy, and nobody has to know about futures or durations to call it. */
@Fallback("closing")
@Backoff(maxAttempts = 4, baseDelay = "20ms", maxDelay = "100ms", deadline = "10m")
@RateLimited(on = BusyException.class, defaultDelay = "50ms", permits = 1_000_000, maxWait = "10m")
@CircuitBreaker(failureThreshold = 1_000_000, recoveryTimeout = "20m")
@Bulkhead(maxConcurrent = 500, maxWait = "10m")
@Timeout("10m")
interface QuoteClient {

    String quote(String share) throws IOException;

    /** For when there is no quote. */
    default String closing(String share) {
        return share + " at yesterday's price";
    }
}
