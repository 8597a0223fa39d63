package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import feign.FeignException;
import feign.Param;
import feign.RequestLine;

/** A Feign interface as it is. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = FeignException.class)
interface FeignApi {

    @RequestLine("GET /{path}")
    String get(@Param("path") String path);
}
