package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.concurrent.Flow.Publisher;

/** Streams of the JDK. */
@CircuitBreaker
@Backoff
interface JdkStreams {
    Publisher<Integer> stream();
}
