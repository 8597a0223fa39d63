package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import okhttp3.Interceptor;

/** All calls of a client of OkHttp's, whoever makes them. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited
@Resilient(of = Interceptor.class)
public interface HttpPolicy {}
