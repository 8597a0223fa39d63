package dev.holdfast.it.shrinkers.later;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Timeout;
import reactor.core.publisher.Flux;

/** Any number of items. */
@CircuitBreaker(failureThreshold = 9)
@Backoff(maxAttempts = 3, baseDelay = "100ms")
@Timeout(value = "1s", betweenItems = "5s")
interface FeedClient {

    Flux<String> feed(String topic);
}
