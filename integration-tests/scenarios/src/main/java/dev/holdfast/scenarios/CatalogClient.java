package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

/** Three policies on a type, methods of several kinds. */
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "10s", successThreshold = 2)
@Backoff(maxAttempts = 3, baseDelay = "100ms", maxDelay = "1s")
@RateLimited(defaultDelay = "5s", maxDelay = "1m")
@Resilient(keys = true)
interface CatalogClient {

    Answer article(String id) throws IOException;

    int stock(String id, int... shops) throws IOException;

    void ping() throws IOException;

    @Exempt
    Answer raw(String id) throws IOException;

    default String title(String id) throws IOException {
        return article(id).body();
    }
}
