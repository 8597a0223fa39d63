package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.util.concurrent.CompletableFuture;

/** {@link CrowdedClient} for those who do not wait. */
interface QueueClient {

    @RateLimited(permits = 2, per = "1s", maxWait = "1s")
    CompletableFuture<Answer> paced(String request);

    @Bulkhead(maxConcurrent = 1, maxWait = "5s")
    CompletableFuture<Answer> single(String request);

    @Timeout(value = "2s", increment = "1s")
    @Backoff(maxAttempts = 2, baseDelay = "100ms")
    CompletableFuture<Answer> hurried(String request);
}
