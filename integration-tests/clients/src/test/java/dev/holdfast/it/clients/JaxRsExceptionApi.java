package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import jakarta.ws.rs.WebApplicationException;

/** Over a JAX-RS client, with bodies, and an exception where there is none. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = WebApplicationException.class)
interface JaxRsExceptionApi {

    String get(String path);
}
