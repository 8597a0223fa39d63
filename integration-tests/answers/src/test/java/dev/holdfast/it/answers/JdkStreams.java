package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.concurrent.Flow;

/** Streams of the JDK. */
@CircuitBreaker
@Backoff
interface JdkStreams {
    Flow.Publisher<Integer> stream();
}
