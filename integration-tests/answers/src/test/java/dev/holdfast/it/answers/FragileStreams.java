package dev.holdfast.it.answers;

import dev.holdfast.annotations.CircuitBreaker;

/** A breaker that opens after two failures. */
@CircuitBreaker(failureThreshold = 2)
interface FragileStreams extends Streams {}
