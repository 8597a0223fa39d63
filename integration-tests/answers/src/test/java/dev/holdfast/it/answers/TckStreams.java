package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Timeout;
import org.reactivestreams.Publisher;

/** All that may come between a subscriber and a stream, with short waits. */
@CircuitBreaker(failureThreshold = 999)
@Timeout(value = "20s", betweenItems = "20s")
@Backoff(maxAttempts = 3, baseDelay = "1ms", jitter = Jitter.NONE)
interface TckStreams {
    Publisher<Integer> stream();
}
