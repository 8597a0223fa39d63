package dev.holdfast.nativeimage;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;

/** A preset: three policies and the name of the class. */
@CircuitBreaker(name = "careful", failureRate = 50, window = "100 calls", minimumCalls = 50)
@Backoff(maxAttempts = 3)
@Bulkhead(maxConcurrent = 2)
@Resilient(className = "Safe*")
@interface Careful {}
