package dev.holdfast.it.answers;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Timeout;
import org.reactivestreams.Publisher;

/** Two milliseconds between items. */
@CircuitBreaker
interface BriefStreams {
    @Timeout(value = "20s", betweenItems = "2ms")
    Publisher<Integer> stream();
}
