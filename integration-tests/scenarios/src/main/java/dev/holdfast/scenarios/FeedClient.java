package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link CatalogClient} for those who do not wait. */
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "10s", successThreshold = 2)
@Backoff(maxAttempts = 3, baseDelay = "100ms", maxDelay = "1s")
@RateLimited(defaultDelay = "5s", maxDelay = "1m")
interface FeedClient {

    CompletableFuture<Answer> latest(String topic);

    CompletionStage<? extends Answer> oldest(String topic);
}
