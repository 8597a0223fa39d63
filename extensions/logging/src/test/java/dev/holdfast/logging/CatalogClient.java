package dev.holdfast.logging;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A client over HTTP. */
// The waits are part of what tests expect.
@SuppressWarnings("holdfast:no-jitter")
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "60s")
@Backoff(maxAttempts = 3, baseDelay = "200ms", jitter = Jitter.NONE)
@RateLimited
interface CatalogClient {

    HttpResponse<String> find(String name) throws IOException, InterruptedException;
}
