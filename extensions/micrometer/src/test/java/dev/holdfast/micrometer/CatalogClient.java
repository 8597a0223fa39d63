package dev.holdfast.micrometer;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;

/** A client in virtual time, with all policies that have gauges. */
// The waits are part of what tests expect.
@SuppressWarnings("holdfast:no-jitter")
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "60s")
@Backoff(maxAttempts = 3, baseDelay = "200ms", jitter = Jitter.NONE)
@RateLimited(hint = Product.Hint.class)
@Bulkhead(maxConcurrent = 2)
interface CatalogClient {

    Product find(String name);

    CompletionStage<Product> findLater(String name);

    Mono<Product> findReactive(String name);
}
